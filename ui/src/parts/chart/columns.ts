/** Columns in a cut's own order, beside the span before; and a waterfall, whose steps begin where the last one ended. */
import type { EChartsCoreOption } from "echarts/core";
import type { ChartSpec, Num } from "../../api/charts";
import { number, signed } from "../../format";
import { axisX, axisY, tooltip } from "./frame";
import { escaped } from "./lines";
import type { ChartTheme } from "./theme";

export function columns(spec: ChartSpec, theme: ChartTheme, picked: string[] = []): EChartsCoreOption {
  return {
    ...frame(spec, theme),
    series: spec.series.map((one) => ({
      type: "bar",
      name: theme.say(one.name),
      barMaxWidth: 28,
      barGap: "10%",
      itemStyle: { color: one.muted ? theme.colours.band : theme.series[0] },
      data: one.values.map((value, i) => ({ value, itemStyle: picked.length && !picked.includes(spec.x[i] ?? "") ? { opacity: 0.4 } : {} })),
    })),
  };
}

/** The first series holds the steps; a key of `start` or `end` in `x` marks a whole. */
export function waterfall(spec: ChartSpec, theme: ChartTheme): EChartsCoreOption {
  const steps = stacked(spec.x, spec.series[0]?.values ?? []);
  const worse = (step: number) => (spec.better === "lower" && step > 0) || (spec.better === "higher" && step < 0);
  return {
    ...frame(spec, { ...theme, name: (x) => stepName(x, theme) }, ROOM),
    series: [
      { type: "bar", stack: "w", silent: true, itemStyle: { opacity: 0 }, data: steps.map((step) => step.base) },
      {
        type: "bar",
        stack: "w",
        barMaxWidth: 40,
        // A step is small beside the wholes: its size has to be read, not guessed.
        label: { show: true, position: "top", color: theme.colours.text, fontSize: 12, formatter: ({ dataIndex }: { dataIndex: number }) => sizeOf(steps[dataIndex], spec.unit_key) },
        data: steps.map((step) => ({ value: step.size, itemStyle: { color: !step.whole && worse(step.value) ? theme.colours.worse : step.whole ? theme.series[5] : theme.colours.rest } })),
      },
    ],
  };
}

/** Pixels above the bars for their figures. */
const ROOM = 28;

const sizeOf = (step: Step | undefined, unit: string): string => (step ? (step.whole ? number(step.value, unit) : signed(step.value, unit)) : "");

/** The server's key of what no step explains holds both languages. */
const stepName = (x: string, theme: ChartTheme): string => (x === "start" || x === "end" ? theme.wholes[x] : x === "rest" ? theme.wholes.rest : theme.name(x));

interface Step {
  base: number;
  size: number;
  value: number;
  whole: boolean;
}

/** Where each bar begins and how high it is. */
export function stacked(x: string[], values: Num[]): Step[] {
  let at = 0;
  return values.map((given, i) => {
    const value = given ?? 0;
    const whole = x[i] === "start" || x[i] === "end";
    const from = whole ? 0 : at;
    at = whole ? value : at + value;
    return { base: Math.min(from, at), size: Math.abs(at - from), value, whole };
  });
}

function frame(spec: ChartSpec, theme: ChartTheme, top = 12) {
  const tooltipOf = (place: number) =>
    spec.series.map((one) => `<tr><td>${escaped(theme.say(one.name))}</td><td class="number">${number(one.values[place], spec.unit_key)}</td></tr>`).join("");
  return {
    animation: false,
    textStyle: { fontFamily: theme.font },
    grid: { left: 8, right: 8, top, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: axisX(spec.x.map(theme.name), theme, false),
    yAxis: axisY(theme, spec.unit_key),
    tooltip: {
      ...tooltip(theme),
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (at: { dataIndex: number }[]) => `<strong>${escaped(theme.name(spec.x[at[0]?.dataIndex ?? 0] ?? ""))}</strong><table>${tooltipOf(at[0]?.dataIndex ?? 0)}</table>`,
    },
  };
}
