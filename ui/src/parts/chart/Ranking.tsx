/** A ranking as a table: the bar lies behind the text, so that names never have to be cut for it. */
import { useState } from "react";
import { interval, number } from "../../format";
import { useText } from "../../words";
import parts from "../../words/parts";
import type { ChartProps } from "./props";
import { useChartTheme } from "./theme";
import { Button } from "../Button";

const SHOWN = 10;

export function Ranking({ spec, onPick, picked = [], assessment = {}, compared = false, figure }: ChartProps) {
  const theme = useChartTheme();
  const t = useText(parts);
  const [all, setAll] = useState(false);
  const series = spec.series[0];
  const values = series?.values ?? [];
  const most = Math.max(...values.map((value) => Math.abs(value ?? 0)), 1e-9);
  const hasRange = series?.low.some((low) => low != null);
  const shown = all ? spec.x : spec.x.slice(0, SHOWN);
  return (
    <>
      <table className="ranking">
        <caption className="hidden">{theme.say(spec.title)}</caption>
        <tbody>
          {shown.map((x, i) => {
            const worse = assessment[x] === "worse";
            const end = `${(Math.abs(values[i] ?? 0) / most) * 100}%`;
            const dimmed = picked.length > 0 && !picked.includes(x);
            return (
              <tr key={x} className={dimmed ? "dimmed" : ""}>
                <th scope="row" style={{ background: `linear-gradient(to right, var(${worse ? "--bar-worse" : "--bar"}) ${end}, transparent ${end}) no-repeat 0 50% / 100% 24px` }}>
                  {onPick ? <button type="button" className="plain" aria-pressed={picked.includes(x)} onClick={() => onPick(x)}>{theme.name(x)}</button> : theme.name(x)}
                  {worse && <span className="worse note"> {t(compared ? "worse" : "worseThanWhole")}</span>}
                </th>
                <td className="number" title={hasRange ? interval(series?.low[i], series?.high[i], spec.unit_key) : undefined}>
                  {figure?.(x) ?? number(values[i], spec.unit_key)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {spec.x.length > SHOWN && <Button type="link" size="small" onClick={() => setAll(!all)}>{all ? t("showLess") : t("showAll", { n: spec.x.length })}</Button>}
    </>
  );
}
