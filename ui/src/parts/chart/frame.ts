/** Axes and tooltips that all drawings share. */
import { compact } from "../../format";
import type { ChartTheme } from "./theme";

export function axisX(data: string[], theme: ChartTheme, time: boolean) {
  return {
    type: "category",
    data,
    boundaryGap: !time,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.colours.line } },
    axisLabel: { color: theme.colours.note, fontSize: 12, hideOverlap: true, interval: time ? "auto" : 0, overflow: "break", width: time ? undefined : 72 },
  };
}

/** scale: whether the axis may begin above 0; never for bars. */
export function axisY(theme: ChartTheme, unit: string, scale = false) {
  return {
    type: "value",
    scale,
    min: scale ? undefined : (extent: { min: number }) => Math.min(0, extent.min),
    splitNumber: 3,
    axisLabel: { color: theme.colours.note, fontSize: 12, formatter: (value: number) => compact(value, unit, theme.language) },
    splitLine: { lineStyle: { color: theme.colours.grid } },
  };
}

export function tooltip(theme: ChartTheme) {
  return {
    confine: true,
    className: "chart-tip",
    backgroundColor: theme.colours.card,
    borderColor: theme.colours.line,
    borderWidth: 1,
    padding: [8, 12],
    textStyle: { color: theme.colours.text, fontSize: 12, fontFamily: theme.font },
    axisPointer: { lineStyle: { color: theme.colours.note, type: "solid", width: 1 } },
  };
}
