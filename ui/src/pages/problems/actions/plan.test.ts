import { describe, expect, it } from "vitest";
import { comparable, firstWeek, judgeOn, others, signed } from "./plan";

const cell = (value: number, at: Record<string, string | null>) => ({ value, at });

describe("the day of the verdict", () => {
  it("counts whole weeks from the first Monday with the action", () => {
    expect(firstWeek("2026-11-02")).toBe("2026-11-02");
    expect(firstWeek("2026-11-03")).toBe("2026-11-09");
    expect(firstWeek("2026-11-08")).toBe("2026-11-09");
    expect(judgeOn("2026-11-02", 12)).toBe("2027-01-25");
  });
});

describe("a comparison slice", () => {
  it("keeps the fault and takes another place first", () => {
    expect(comparable({ fault: ["漏水"], kind: ["报修"], model: ["W10"] })).toEqual(["model", "fault", "kind"]);
  });

  it("takes siblings of the same parent, the largest first, and never the slice itself", () => {
    const cells = [cell(9, { product: "洗衣机", model: "W10" }), cell(3, { product: "洗衣机", model: "P8" }), cell(5, { product: "洗衣机", model: "W10 Plus" }), cell(80, { product: "空调", model: "A26" })];
    expect(others(cells, { key: "model", parent: "product" }, ["W10"])).toEqual({ values: ["W10 Plus", "P8"], n: 8 });
  });

  it("takes strangers where there are no siblings, and leaves out what has no name", () => {
    const cells = [cell(9, { province: "北京市" }), cell(7, { province: "" }), cell(4, { province: null }), cell(2, { province: "河北省" })];
    expect(others(cells, { key: "province", parent: null }, ["北京市"])).toEqual({ values: ["河北省"], n: 2 });
    const alone = [cell(9, { product: "洗衣机", model: "W10" }), cell(5, { product: "空调", model: "A26" })];
    expect(others(alone, { key: "model", parent: "product" }, ["W10"]).values).toEqual(["A26"]);
  });
});

it("says a ratio as a change with a true minus", () => {
  expect([signed(0.56), signed(1.124), signed(1.001)]).toEqual(["−44%", "+12%", "0%"]);
});
