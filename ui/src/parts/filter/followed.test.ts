import { expect, it } from "vitest";
import { followed } from "./followed";

const part = (fact: string) => ({ fact, anchor: "created_at", leaves: null, distinct: false });
const rate = { refused_cuts: ["fault"], parts: [part("tickets"), part("exposure")] };
const count = { refused_cuts: [], parts: [part("tickets")] };

it("leaves out the filters that a figure's sums know nothing of", () => {
  const where = ["province=北京市", "fault=闪退", "extra.phone_os=iOS"];
  expect(followed(where, [count])).toEqual({ where, left: [] });
  expect(followed(where, [count, rate])).toEqual({ where: ["province=北京市"], left: ["fault=闪退", "extra.phone_os=iOS"] });
  expect(followed([], [rate])).toEqual({ where: [], left: [] });
});
