import { expect, it } from "vitest";
import { shortened } from "./titles";

it("names a step that follows itself once, with how often", () => {
  expect(shortened(["提交", "转派", "转派", "转派", "解决", "转派"])).toEqual(["提交", "转派 ×3", "解决", "转派"]);
  expect(shortened([])).toEqual([]);
});
