import { describe, expect, it } from "vitest";
import { bucket, bytes, compact, csv, day, grainOf, hours, interval, moment, number, percent, plusDays, times, today, week } from ".";

describe("numbers", () => {
  it("keeps unknown apart from zero", () => {
    expect([number(null), number(0), number(Number.NaN), percent(undefined)]).toEqual(["—", "0", "—", "—"]);
  });
  it("writes a true minus, and no minus zero", () => {
    expect([number(-4.5), number(-0.00001)]).toEqual(["−4.5", "0"]);
  });
  it("gives a rate at most two decimals", () => {
    expect([percent(0.4567), percent(0.0523), percent(0.00123), number(0.05, "ratio")]).toEqual(["46%", "5.2%", "0.12%", "5%"]);
  });
  it("says 万 from 100,000 and 亿 from 10⁸ on cards only", () => {
    expect([compact(99_999, "tickets", "zh"), compact(120_000, "tickets", "zh"), compact(2.5e8, "", "zh")]).toEqual(["99,999", "12 万", "2.5 亿"]);
    expect([compact(120_000, "", "en"), number(120_000)]).toEqual(["120k", "120,000"]);
  });
  it("tells an interval, a factor and a size", () => {
    expect([interval(0.1, 0.25, "ratio"), interval(null, 2), times(2.44, "zh"), times(2.44, "en"), bytes(3_500_000)]).toEqual(["10%–25%", "—", "2.4 倍", "2.4×", "3.3 MiB"]);
  });
});

describe("dates", () => {
  it("says today, and the year only where it is another", () => {
    expect(moment("2026-03-05T14:05:09", "zh", "2026-03-05")).toBe("今天 14:05");
    expect(moment("2026-03-04T14:05:09", "zh", "2026-03-05")).toBe("3月4日 14:05");
    expect(day("2025-12-31", "zh", "2026-03-05")).toBe("2025年12月31日");
    expect(day("2025-12-31", "en", "2026-03-05")).toBe("31 Dec 2025");
  });
  it("numbers ISO weeks across the turn of a year", () => {
    expect(week("2026-03-02", "zh")).toBe("2026-W10（3月2日–8日）");
    expect(week("2025-12-29", "en")).toBe("2026-W01 (29 Dec–4 Jan)");
  });
  it("names the company's day, not the reader's", () => {
    expect(today("Asia/Shanghai", new Date("2026-01-01T17:00:00Z"))).toBe("2026-01-02");
  });
  it("reads the grain from the axis", () => {
    expect([grainOf(["2026-03-02", "2026-03-09"]), grainOf(["2026-02-01", "2026-03-01"]), grainOf(["2026-02-01"])]).toEqual(["week", "month", "day"]);
    expect([bucket("2026-04-01", "quarter", "zh"), bucket("", "week", "zh"), plusDays("2026-02-27", 2)]).toEqual(["2026年第2季度", "—", "2026-03-01"]);
  });
  it("says hours as a person would", () => {
    expect([hours(0.75, "zh"), hours(3.52, "zh"), hours(52, "zh"), hours(null, "en")]).toEqual(["45 分钟", "3.5 小时", "2 天 4 小时", "—"]);
  });
});

it("keeps a spreadsheet from running a cell", () => {
  expect(csv([["=1+1", "-2", '@"x"', -3, null, "汉字, 逗号"]])).toBe("\uFEFF'=1+1,'-2,\"'@\"\"x\"\"\",-3,,\"汉字, 逗号\"\r\n");
  expect(csv([["+1", "\t=1", "\r=1", " =1"]])).toBe("\uFEFF'+1,'\t=1,\"'\r=1\", =1\r\n");
});
