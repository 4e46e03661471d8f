import { fireEvent, render, screen } from "@testing-library/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import type { ChartSpec, Series } from "../../api/charts";
import { setLanguage } from "../../words";
import { Chart } from "./Chart";
import { stacked } from "./columns";
import { csvOf } from "./csvOf";
import { lines, placeOf } from "./lines";
import { themeOf } from "./theme";
import { mixed } from "./mix";
import { outlineName, shading } from "./provinces";

const words = (zh: string, en = "text") => ({ zh, en });

const series = (given: Partial<Series>): Series => ({ key: "m", name: words("工单量"), values: [], low: [], high: [], dashed_from: null, muted: false, ...given });

const spec = (given: Partial<ChartSpec>): ChartSpec => ({
  kind: "trend", title: words("发现"), subtitle: words("口径"), unit: words("件"), unit_key: "tickets", better: "lower",
  x: [], y: [], series: [], cells: [], marks: [], band: null, note: null, ...given,
});

const theme = themeOf("zh", (value) => value || "未知", { start: "预期", end: "实际", rest: "其他" });

interface Option {
  series: { data: unknown[]; lineStyle?: { type?: string }; markLine?: { data: { xAxis: number }[] } }[];
  yAxis: { scale: boolean };
}

describe("lines", () => {
  const weeks = ["2026-03-02", "2026-03-09", "2026-03-16"];

  it("dashes the incomplete part, joined to the last whole bucket", () => {
    const drawn = lines(spec({ x: weeks, series: [series({ values: [5, 6, 2], dashed_from: 2 })] }), theme, 600) as unknown as Option;
    expect(drawn.series.map((one) => [one.lineStyle?.type, one.data])).toEqual([["solid", [5, 6, null]], ["dashed", [null, 6, 2]]]);
  });

  it("marks a value above its band where above is worse, and only there", () => {
    const given = { x: weeks, series: [series({ values: [5, 9, 4] })], band: { low: [4, 4, 4.5], high: [6, 6, 6] } };
    const of = (better: "lower" | "higher") => (lines(spec({ ...given, better }), theme, 600) as unknown as Option).series[2]?.data.map((one) => typeof one === "object");
    expect(of("lower")).toEqual([false, true, false]);
    expect(of("higher")).toEqual([false, false, true]);
  });

  it("sets a mark in the week that its day is in", () => {
    const drawn = lines(spec({ x: weeks, series: [series({ values: [1, 2, 3] })], marks: [{ x: "2026-03-12", text: words("修复"), kind: "fix" }] }), theme, 600) as unknown as Option;
    expect(drawn.series[0]?.markLine?.data[0]?.xAxis).toBe(1);
    expect([placeOf(weeks, "2026-01-01"), placeOf(weeks, "2026-12-31")]).toEqual([0, 2]);
  });

  it("begins at 0 unless all values lie close together", () => {
    const scaled = (values: number[]) => (lines(spec({ x: weeks, series: [series({ values })] }), theme, 600) as unknown as Option).yAxis.scale;
    expect([scaled([10, 50, 90]), scaled([0.91, 0.93, 0.92])]).toEqual([false, true]);
  });
});

it("stacks the steps of a waterfall from where the last one ended", () => {
  expect(stacked(["start", "iOS", "rest", "end"], [10, 6, -2, 14]).map((step) => [step.base, step.size])).toEqual([[0, 10], [10, 6], [14, 2], [0, 14]]);
});

it("finds a province by the short name of its outline", () => {
  expect(["北京市", "内蒙古自治区", "海外"].map((name) => outlineName(name, ["北京", "内蒙古"]))).toEqual(["北京", "内蒙古", "海外"]);
});

it("shades rates between their ends and counts from 0; unknown stays empty", () => {
  const cells = (values: (number | null)[]) => spec({ kind: "map", cells: values.map((value, i) => ({ x: String(i), y: "", value, n: 1, assessment: "same" as const })) });
  expect(shading(cells([6, 8, null]))(6)).toBeCloseTo(0.12);
  expect(shading(cells([1, 100]))(100)).toBeCloseTo(0.75);
  expect(shading(cells([6, null]))(null)).toBe(0);
});

it("mixes two colours", () => {
  const black = `#${"0".repeat(6)}`;
  expect([mixed(black, `#${"f".repeat(6)}`, 0), mixed(black, `#${"f".repeat(6)}`, 0.5)]).toEqual([black, `#${"80".repeat(3)}`]);
});

it("writes a file whose cells no spreadsheet runs", () => {
  const text = csvOf(spec({ kind: "ranking", x: ["=cmd()"], series: [series({ values: [3] })] }), "zh");
  expect(text.split("\r\n")).toEqual(["\uFEFF发现", "口径", "项目,数值", "'=cmd(),3", ""]);
});

describe("Chart", () => {
  const around = ({ children }: { children: ReactNode }) => <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>;
  const ranking = spec({ kind: "ranking", x: ["X200", ""], series: [series({ values: [9, 3] })] });

  it("shows the finding, and picks what is clicked", () => {
    setLanguage("zh");
    const onPick = vi.fn();
    render(<Chart spec={ranking} onPick={onPick} assessment={{ X200: "worse" }} />, { wrapper: around });
    expect(screen.getByRole("heading").textContent).toBe("发现");
    fireEvent.click(screen.getByRole("button", { name: "X200" }));
    expect(onPick).toHaveBeenCalledWith("X200");
    expect(screen.getByText("未知")).toBeTruthy();
    expect(screen.getByText("差于总体")).toBeTruthy();
  });

  it("shows the same numbers as a table", () => {
    setLanguage("zh");
    render(<Chart spec={ranking} />, { wrapper: around });
    fireEvent.click(screen.getByRole("button", { name: "看表格" }));
    expect(screen.getAllByRole("row").map((row) => row.textContent)).toEqual(["数值 (件)", "X2009", "未知3"]);
  });
});
