/** Lines: trend, signal, verdict. Names at the line ends, the incomplete part dashed, bands for intervals, thin verticals with a word. */
import type { EChartsCoreOption } from "echarts/core";
import type { ChartSpec, Num, Series } from "../../api/charts";
import { bucket, grainOf, number, week } from "../../format";
import { axisX, axisY, tooltip } from "./frame";
import type { ChartTheme } from "./theme";

const MOST = 6;

export function lines(spec: ChartSpec, theme: ChartTheme, width: number): EChartsCoreOption {
  const grain = grainOf(spec.x);
  const named = spec.series.length > 1;
  const drawn = spec.series.flatMap((one, place) => line(one, inkOf(spec, place, theme), spec, theme, named));
  if (drawn[0]) Object.assign(drawn[0], marks(spec, theme));
  return {
    animation: false,
    textStyle: { fontFamily: theme.font },
    grid: { left: 8, right: named ? Math.min(120, width / 4) : 16, top: spec.marks.length ? 28 : 12, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: axisX(spec.x.map((first) => bucket(first, grain, theme.language)), theme, true),
    yAxis: axisY(theme, spec.unit_key, near(spec)),
    tooltip: { ...tooltip(theme), trigger: "axis", formatter: (at: { dataIndex: number }[]) => tooltipOf(spec, theme, grain, at[0]?.dataIndex ?? 0) },
    series: [...bands(spec, theme), ...drawn],
  };
}

// A single line is drawn as text is; colours are there to tell several apart.
function inkOf(spec: ChartSpec, place: number, theme: ChartTheme): string {
  const one = spec.series[place];
  if (one?.muted) return theme.colours.note;
  const place0 = spec.series.slice(0, place).filter((other) => !other.muted).length;
  return place0 < MOST ? (theme.series[place0] ?? theme.colours.rest) : theme.colours.rest;
}

function line(one: Series, colour: string, spec: ChartSpec, theme: ChartTheme, named: boolean): Record<string, unknown>[] {
  const cut = one.dashed_from ?? one.values.length;
  const style = { color: colour, width: one.muted ? 1 : 2, type: one.muted ? "dashed" : "solid" };
  const base = { type: "line", name: theme.say(one.name), showSymbol: false, symbol: "circle", symbolSize: 7, itemStyle: { color: colour }, connectNulls: false, z: one.muted ? 2 : 3 };
  const label = { show: named, formatter: () => theme.say(one.name), color: colour, fontSize: 12, width: 112, overflow: "truncate", distance: 6 };
  const whole = { ...base, lineStyle: style, data: one.values.map((value, i) => point(value, i, i < cut, one, spec, theme)), endLabel: cut >= one.values.length ? label : undefined, labelLayout: { moveOverlap: "shiftY" } };
  if (cut >= one.values.length) return [whole];
  const rest = one.values.map((value, i) => (i >= cut - 1 ? value : null));
  return [whole, { ...base, lineStyle: { ...style, type: "dashed" }, data: rest, endLabel: label, labelLayout: { moveOverlap: "shiftY" } }];
}

// A value above the band of what is usual is marked where above is worse.
function point(value: Num, place: number, whole: boolean, one: Series, spec: ChartSpec, theme: ChartTheme): unknown {
  if (!whole) return null;
  const high = spec.band?.high[place];
  const low = spec.band?.low[place];
  const out = !one.muted && value != null && ((spec.better === "lower" && high != null && value > high) || (spec.better === "higher" && low != null && value < low));
  return out ? { value, symbol: "circle", symbolSize: 6, itemStyle: { color: theme.colours.worse }, showSymbol: true } : value;
}

function bands(spec: ChartSpec, theme: ChartTheme): Record<string, unknown>[] {
  const first = spec.series[0];
  const band = spec.band ?? (spec.series.length === 1 && first?.low.some((low) => low != null) ? { low: first.low, high: first.high } : null);
  if (!band) return [];
  const plain = { type: "line", stack: "band", stackStrategy: "all", symbol: "none", silent: true, lineStyle: { opacity: 0 }, z: 1 };
  return [
    { ...plain, data: band.low },
    { ...plain, data: band.high.map((high, i) => (high == null || band.low[i] == null ? null : high - (band.low[i] ?? 0))), areaStyle: { color: theme.colours.band, opacity: 0.6 } },
  ];
}

function marks(spec: ChartSpec, theme: ChartTheme): Record<string, unknown> {
  if (!spec.marks.length) return {};
  const places = spec.marks.map((mark) => placeOf(spec.x, mark.x));
  const data = spec.marks.map((mark, i) => ({ xAxis: places[i], label: { formatter: theme.say(mark.text), position: "end", align: sideOf(places, i, spec.x.length), color: theme.colours.note, fontSize: 12 } }));
  return { markLine: { symbol: "none", silent: true, animation: false, lineStyle: { color: theme.colours.note, width: 1, type: "solid" }, data } };
}

// Words of verticals that are close together stand back to back: the earlier to the left, the later to the right.
function sideOf(places: number[], i: number, length: number): "left" | "center" | "right" {
  const close = (other: number) => Math.abs(other - (places[i] ?? 0)) < length / 4;
  if (places.some((other, j) => j !== i && close(other) && (other > (places[i] ?? 0) || (other === places[i] && j > i)))) return "right";
  return places.some((other, j) => j !== i && close(other)) ? "left" : "center";
}

/** The bucket that a day is in; or, of an axis that is not of time, the value itself. */
export function placeOf(x: string[], day: string): number {
  if (x.includes(day)) return x.indexOf(day);
  const after = x.findIndex((first) => first > day);
  return after < 0 ? x.length - 1 : Math.max(after - 1, 0);
}

// Lines need not start at 0: where all values are close together, the difference is what is to be seen.
function near(spec: ChartSpec): boolean {
  const known = spec.series.flatMap((one) => [...one.values, ...one.low, ...one.high]).filter((value) => value != null);
  return known.length > 0 && Math.min(...known) > 0.6 * Math.max(...known);
}

function tooltipOf(spec: ChartSpec, theme: ChartTheme, grain: string, place: number): string {
  const first = spec.x[place] ?? "";
  const head = grain === "week" ? week(first, theme.language) : bucket(first, grain, theme.language);
  const rows = spec.series.map((one) => {
    const range = one.low[place] != null ? ` <small>${number(one.low[place], spec.unit_key)}–${number(one.high[place], spec.unit_key)}</small>` : "";
    return `<tr><td>${escaped(theme.say(one.name))}</td><td class="number">${number(one.values[place], spec.unit_key)}${range}</td></tr>`;
  });
  return `<strong>${escaped(head)}</strong><table>${rows.join("")}</table>`;
}

export const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
