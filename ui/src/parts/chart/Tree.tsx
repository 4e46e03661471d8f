/** A change taken apart: a line for each part, set in by its level; each level adds up to the line above. */
import { number, percent, signed } from "../../format";
import { useText } from "../../words";
import parts from "../../words/parts";
import { useFilterLabel } from "../filter";
import type { ChartProps } from "./props";
import { useChartTheme } from "./theme";

const APART = "\n";
const REST = "rest";

export function Tree({ spec, onPick }: ChartProps) {
  const theme = useChartTheme();
  const t = useText(parts);
  const label = useFilterLabel();
  const [change = [], observed = [], expected = []] = spec.series.map((one) => one.values);
  const whole = change[0] || 1;
  const most = Math.max(...change.map((value) => Math.abs(value ?? 0)), 1e-9);
  return (
    <table className="ranking tree">
      <caption className="hidden">{theme.say(spec.title)}</caption>
      <thead className="note">
        <tr><th scope="col" /><th scope="col" className="number">{t("change")}</th><th scope="col" className="number">{t("shareOfChange")}</th><th scope="col" className="number wide">{t("observed")}</th><th scope="col" className="number wide">{t("expected")}</th></tr>
      </thead>
      <tbody>
        {spec.x.map((path, i) => {
          const values = path.split(APART).slice(1);
          const own = values.at(-1);
          const rest = own === REST;
          const name = own === undefined ? t("wholeChange") : rest ? theme.wholes.rest : label(`${spec.y[i]}=${own}`);
          const end = `${(Math.abs(change[i] ?? 0) / most) * 100}%`;
          const pick = onPick && own !== undefined && !values.includes(REST) ? () => onPick(path, spec.y[i]) : undefined;
          return (
            <tr key={path} className={rest ? "note" : ""}>
              <th scope="row" style={{ paddingLeft: 8 + values.length * 20, background: `linear-gradient(to right, var(--bar) ${end}, transparent ${end}) no-repeat 0 50% / 100% 24px` }}>
                {pick ? <button type="button" className="plain" onClick={pick}>{name}</button> : name}
              </th>
              <td className="number">{signed(change[i])}</td>
              <td className="number">{share((change[i] ?? 0) / whole)}</td>
              <td className="number wide">{number(observed[i])}</td>
              <td className="number wide">{number(expected[i])}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

// What parts that offset each other are of hardly any change is not worth its digits.
const WORTH = 10;
const share = (value: number) => (Math.abs(value) < WORTH ? percent(value) : `${value > 0 ? ">" : "<−"}${percent(WORTH)}`);
