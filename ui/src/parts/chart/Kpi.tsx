import type { ChartSpec } from "../../api/charts";
import { compact, interval, number } from "../../format";
import { useText } from "../../words";
import parts from "../../words/parts";
import { useChartTheme } from "./theme";

/** One figure, large, with what it was before. */
export function Kpi({ spec }: { spec: ChartSpec }) {
  const theme = useChartTheme();
  const t = useText(parts);
  const one = spec.series[0];
  return (
    <div className="figure">
      <span className="figure-value" title={number(one?.values[0], spec.unit_key)}>
        {compact(one?.values[0], spec.unit_key, theme.language)}
        {spec.unit_key !== "ratio" && <span className="note"> {theme.say(spec.unit)}</span>}
      </span>
      <span className="note">{interval(one?.low[0], one?.high[0], spec.unit_key)}{one && one.values.length > 1 && ` · ${t("before", { value: number(one.values[1], spec.unit_key) })}`}</span>
    </div>
  );
}
