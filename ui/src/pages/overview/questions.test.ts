import { expect, test } from "vitest";
import { chartsOf, figuresOf } from "./questions";

const whole = { exposure: true, dimensions: ["product", "model", "fault", "province"] };
const plain = { exposure: false, dimensions: ["model", "category"] };

test("rates are asked where units in service are known", () => {
  expect(figuresOf(whole)).toContain("failure_rate");
  expect(figuresOf(plain)).not.toContain("failure_rate");
  expect(chartsOf(whole).map(({ metrics }) => metrics[0])).toEqual(["ticket_count", "failure_rate", "ticket_count", "complaint_rate"]);
});

test("what the data does not tell is not cut by", () => {
  expect(chartsOf(plain).map(({ cuts }) => cuts)).toEqual([undefined, ["model"], ["model", "category"]]);
});
