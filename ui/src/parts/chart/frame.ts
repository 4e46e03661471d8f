/** Axes and tooltips that all drawings share. */
import { compact } from "../../format";
import type { Look } from "./look";

export function axisX(data: string[], look: Look, time: boolean) {
  return {
    type: "category",
    data,
    boundaryGap: !time,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.colours.line } },
    axisLabel: { color: look.colours.note, fontSize: 12, hideOverlap: true, interval: time ? "auto" : 0, overflow: "break", width: time ? undefined : 72 },
  };
}

/** scale: whether the axis may begin above 0; never for bars. */
export function axisY(look: Look, unit: string, scale = false) {
  return {
    type: "value",
    scale,
    min: scale ? undefined : (extent: { min: number }) => Math.min(0, extent.min),
    splitNumber: 3,
    axisLabel: { color: look.colours.note, fontSize: 12, formatter: (value: number) => compact(value, unit, look.language) },
    splitLine: { lineStyle: { color: look.colours.grid } },
  };
}

export function tooltip(look: Look) {
  return {
    confine: true,
    className: "chart-tip",
    backgroundColor: look.colours.card,
    borderColor: look.colours.line,
    borderWidth: 1,
    padding: [8, 12],
    textStyle: { color: look.colours.text, fontSize: 12, fontFamily: look.font },
    axisPointer: { lineStyle: { color: look.colours.note, type: "solid", width: 1 } },
  };
}
