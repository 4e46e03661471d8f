import { expect, it } from "vitest";
import type { Change } from "../../api/questions";
import { tell } from "./change";

const change = (given: Partial<Change>): Change => ({ value: 1, low: null, high: null, n: 9, change: 0.2, change_low: 0.1, change_high: 0.3, relative: true, significant: true, new: false, ...given });

it("calls up worse only where lower is better", () => {
  expect(tell(change({}), "lower", "tickets")).toMatchObject({ arrow: "▲", size: "20%", word: "worse", worse: true });
  expect(tell(change({}), "higher", "tickets")).toMatchObject({ arrow: "▲", word: "better", worse: false });
  expect(tell(change({ change: -0.2 }), "higher", "tickets")).toMatchObject({ arrow: "▼", word: "worse", worse: true });
  expect(tell(change({}), "none", "tickets")).toMatchObject({ word: "up", worse: false });
});

it("judges nothing that may be chance", () => {
  expect(tell(change({ significant: false }), "lower", "tickets")).toMatchObject({ word: "withinChance", worse: false });
});

it("says new for what was not there, never +100 %", () => {
  expect(tell(change({ new: true, change: null, value: 0 }), "lower", "tickets")).toMatchObject({ word: "appeared", size: "" });
});

it("tells a share in percentage points", () => {
  expect(tell(change({ relative: false, change: 0.034 }), "lower", "ratio")).toMatchObject({ size: "3.4", points: true });
});

it("says nothing where there was nothing to compare with", () => {
  expect([tell(null, "lower", ""), tell(change({ value: null }), "lower", "")]).toEqual([null, null]);
});
