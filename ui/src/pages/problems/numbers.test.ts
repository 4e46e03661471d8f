import { expect, it } from "vitest";
import { numbersIn } from "./numbers";

it("finds the numbers of tickets however they were pasted, each once", () => {
  expect(numbersIn(" 热线:A1，A2\nA3; A2、A4\t")).toEqual(["热线:A1", "A2", "A3", "A4"]);
  expect(numbersIn(" \n ")).toEqual([]);
});
