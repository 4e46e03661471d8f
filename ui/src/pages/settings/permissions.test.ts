import { expect, it } from "vitest";
import { byDomain } from "./permissions";

it("puts the verbs of a domain in one line, in the order of the settings", () => {
  expect(byDomain(["report.read", "question.write", "question.read"])).toEqual([
    { domain: "question", verbs: ["read", "write"] },
    { domain: "report", verbs: ["read"] },
  ]);
});
