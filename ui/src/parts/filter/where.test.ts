import { expect, it } from "vitest";
import { brought } from "./useDimensionName";
import { chosen, readFilter, toggled, whereOf, without, writeFilter } from "./where";

it("reads what it writes", () => {
  for (const text of ["province=北京,上海", "fault!=", "model~X=2", "batch=a..b"]) {
    const filter = readFilter(text);
    expect(filter && writeFilter(filter)).toBe(text);
  }
  expect(readFilter("nothing")).toBeNull();
});

it("filters to a slice at the first click and lifts it at the second", () => {
  const once = toggled(["kind=投诉"], { product: "X200", fault: "闪退" });
  expect(once).toEqual(["kind=投诉", "product=X200", "fault=闪退"]);
  expect(toggled(once, { product: "X200", fault: "闪退" })).toEqual(["kind=投诉"]);
  expect(toggled(once, { product: "X300" })).toEqual(["kind=投诉", "fault=闪退", "product=X300"]);
});

it("leaves out the filter that a chart made itself", () => {
  expect(without(["province=北京", "kind=投诉"], ["province"])).toEqual(["kind=投诉"]);
  expect(chosen(["province=北京,上海", "province!=天津"], "province")).toEqual(["北京", "上海"]);
  expect(whereOf({ province: null })).toEqual(["province="]);
});

it("names a column that sources brought along by its first name", () => {
  expect([brought("extra.手机系统|phone_os"), brought("province")]).toEqual(["手机系统", "province"]);
});
