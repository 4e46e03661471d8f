/** Largest first, with the running share; the line after 80 % tells the vital few from the many. */
import { number, percent } from "../../format";
import { useText } from "../../words";
import topics from "../../words/topics";
import type { ChartProps } from "./props";
import { useChartTheme } from "./theme";

const SHOWN = 14;

export function Pareto({ spec, onPick }: ChartProps) {
  const theme = useChartTheme();
  const t = useText(topics);
  const values = spec.series[0]?.values ?? [];
  const running = spec.series[1]?.values ?? [];
  const most = Math.max(...values.map((value) => value ?? 0), 1e-9);
  return (
    <table className="ranking pareto">
      <caption className="hidden">{theme.say(spec.title)}</caption>
      <thead className="note"><tr><th scope="col" /><th scope="col" className="number">{theme.say(spec.unit)}</th><th scope="col" className="number">{t("running")}</th></tr></thead>
      <tbody>
        {spec.x.slice(0, SHOWN).map((x, i) => {
          const end = `${((values[i] ?? 0) / most) * 100}%`;
          return (
            <tr key={x}>
              <th scope="row" style={{ background: `linear-gradient(to right, var(--bar) ${end}, transparent ${end}) no-repeat 0 50% / 100% 24px` }}>
                {onPick ? <button type="button" className="plain" onClick={() => onPick(x)}>{theme.name(x)}</button> : theme.name(x)}
              </th>
              <td className="number">{number(values[i], spec.unit_key)}</td>
              <td className="number">{percent(running[i])}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
