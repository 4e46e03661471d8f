/** A figure by province. Grey for how much, red only for what is worse than chance explains. */
import type { EChartsCoreOption } from "echarts/core";
import type { ChartSpec } from "../../api/charts";
import { count, number } from "../../format";
import { tooltip } from "./frame";
import { escaped } from "./lines";
import type { Look } from "./look";
import { mixed } from "./mix";

/** The name that the outline has for a province: 北京市 and 内蒙古自治区 are 北京 and 内蒙古. */
export function outlineName(province: string, names: string[]): string {
  return names.find((name) => province === name || province.startsWith(name)) ?? province;
}

export function provinces(spec: ChartSpec, look: Look, names: string[], picked: string[] = []): EChartsCoreOption {
  const most = Math.max(...spec.cells.map((cell) => cell.value ?? 0), 1e-9);
  const cells = new Map(spec.cells.map((cell) => [outlineName(cell.x, names), cell]));
  const data = spec.cells.map((cell) => {
    const full = cell.judged === "worse" ? look.colours.worse : look.colours.note;
    const dimmed = picked.length > 0 && !picked.includes(cell.x);
    const areaColor = mixed(look.colours.empty, full, (dimmed ? 0.25 : 0.75) * ((cell.value ?? 0) / most));
    return { name: outlineName(cell.x, names), value: cell.value, province: cell.x, itemStyle: { areaColor, ...(picked.includes(cell.x) ? { borderColor: look.colours.text, borderWidth: 1.5 } : {}) } };
  });
  return {
    animation: false,
    textStyle: { fontFamily: look.font },
    tooltip: {
      ...tooltip(look),
      trigger: "item",
      formatter: (at: { name: string }) => {
        const cell = cells.get(at.name);
        if (!at.name) return "";
        return `<strong>${escaped(at.name)}</strong><br>${number(cell?.value, spec.unit_key)} ${escaped(spec.unit_key === "ratio" ? "" : look.say(spec.unit))}${cell ? `<br>n = ${count(cell.n)}` : ""}`;
      },
    },
    series: [{
      type: "map",
      map: "china",
      selectedMode: false,
      layoutCenter: ["50%", "52%"],
      layoutSize: "100%",
      label: { show: false },
      itemStyle: { areaColor: look.colours.empty, borderColor: look.colours.border, borderWidth: 0.6 },
      emphasis: { label: { show: false }, itemStyle: { areaColor: undefined, borderColor: look.colours.text, borderWidth: 1.5 } },
      // The inset has no area of its own: without a colour for its lines it cannot be seen.
      data: [...data, { name: "南海诸岛", itemStyle: { borderColor: look.colours.note, borderWidth: 1, areaColor: look.colours.note } }],
    }],
  };
}
