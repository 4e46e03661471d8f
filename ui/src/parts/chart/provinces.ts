/** A figure by province. Grey for how much, red only for what is worse than chance explains. */
import type { EChartsCoreOption } from "echarts/core";
import type { ChartSpec } from "../../api/charts";
import { count, number } from "../../format";
import { tooltip } from "./frame";
import { escaped } from "./lines";
import type { ChartTheme } from "./theme";
import { mixed } from "./mix";

/** The name that the outline has for a province: 北京市 and 内蒙古自治区 are 北京 and 内蒙古. */
export function outlineName(province: string, names: string[]): string {
  return names.find((name) => province === name || province.startsWith(name)) ?? province;
}

export function provinces(spec: ChartSpec, theme: ChartTheme, names: string[], size: number, picked: string[] = []): EChartsCoreOption {
  const shade = shading(spec);
  const cells = new Map(spec.cells.map((cell) => [outlineName(cell.x, names), cell]));
  const data = spec.cells.map((cell) => {
    const full = cell.assessment === "worse" ? theme.colours.worse : theme.colours.note;
    const dimmed = picked.length > 0 && !picked.includes(cell.x);
    const areaColor = mixed(theme.colours.empty, full, (dimmed ? 0.3 : 1) * shade(cell.value));
    return { name: outlineName(cell.x, names), value: cell.value, province: cell.x, itemStyle: { areaColor, ...(picked.includes(cell.x) ? { borderColor: theme.colours.text, borderWidth: 1.5 } : {}) } };
  });
  return {
    animation: false,
    textStyle: { fontFamily: theme.font },
    tooltip: {
      ...tooltip(theme),
      trigger: "item",
      formatter: (at: { name: string }) => {
        const cell = cells.get(at.name);
        if (!at.name) return "";
        return `<strong>${escaped(at.name)}</strong><br>${number(cell?.value, spec.unit_key)} ${escaped(spec.unit_key === "ratio" ? "" : theme.say(spec.unit))}${cell ? `<br>n = ${count(cell.n)}` : ""}`;
      },
    },
    series: [{
      type: "map",
      map: "china",
      selectedMode: false,
      layoutCenter: ["50%", "54%"],
      layoutSize: size,
      label: { show: false },
      itemStyle: { areaColor: theme.colours.empty, borderColor: theme.colours.border, borderWidth: 0.6 },
      emphasis: { label: { show: false }, itemStyle: { areaColor: undefined, borderColor: theme.colours.text, borderWidth: 1.5 } },
      // The inset has no area of its own: without a colour for its lines it cannot be seen.
      data: [...data, { name: "南海诸岛", itemStyle: { borderColor: theme.colours.note, borderWidth: 1, areaColor: theme.colours.note } }],
    }],
  };
}

/** How dark a value is. Counts begin at 0; rates lie close together, so the smallest is the lightest. */
export function shading(spec: ChartSpec): (value: number | null) => number {
  const known = spec.cells.flatMap((cell) => cell.value ?? []);
  const most = Math.max(...known, 0);
  const least = Math.min(...known);
  const from = known.length && least > 0.3 * most ? least : 0;
  return (value) => (value == null ? 0 : 0.12 + 0.63 * ((value - from) / (most - from || 1)));
}
