import { expect, it } from "vitest";
import type { FigureChange } from "../../api/questions";
import { describeChange } from "./change";

const before = { value: 1, unit: "tickets", interval: null, n: 9 };
const change = (given: Partial<FigureChange>): FigureChange => ({ before, change: 0.2, interval: { low: 0.1, high: 0.3, level: 0.95 }, relative: true, significant: true, new: false, ...given });

it("calls up worse only where lower is better", () => {
  expect(describeChange(change({}), "lower", "tickets")).toMatchObject({ arrow: "▲", size: "20%", word: "worse", worse: true });
  expect(describeChange(change({}), "higher", "tickets")).toMatchObject({ arrow: "▲", word: "better", worse: false });
  expect(describeChange(change({ change: -0.2 }), "higher", "tickets")).toMatchObject({ arrow: "▼", word: "worse", worse: true });
  expect(describeChange(change({}), "none", "tickets")).toMatchObject({ word: "up", worse: false });
});

it("judges nothing that may be chance", () => {
  expect(describeChange(change({ significant: false }), "lower", "tickets")).toMatchObject({ word: "withinChance", worse: false });
});

it("says new for what was not there, never +100 %", () => {
  expect(describeChange(change({ new: true, change: null, before: { ...before, value: 0 } }), "lower", "tickets")).toMatchObject({ word: "appeared", size: "" });
});

it("gives a share in percentage points", () => {
  expect(describeChange(change({ relative: false, change: 0.034 }), "lower", "ratio")).toMatchObject({ size: "3.4", points: true });
});

it("says nothing where there was nothing to compare with", () => {
  expect([describeChange(null, "lower", ""), describeChange(change({ before: { ...before, value: null } }), "lower", "")]).toEqual([null, null]);
});
