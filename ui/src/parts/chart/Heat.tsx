/** Two cuts as a matrix. Grey for how much; red, with the number in bold, only where it is worse than chance explains. */
import { useMemo, useState } from "react";
import type { HeatCell } from "../../api/charts";
import { compact, count, number } from "../../format";
import { useText } from "../../words";
import parts from "../../words/parts";
import type { ChartProps } from "./props";
import { useChartTheme } from "./theme";
import { Button } from "../Button";

const ROWS = 10;
const COLUMNS = 12;

export function Heat({ spec, onPick }: ChartProps) {
  const theme = useChartTheme();
  const t = useText(parts);
  const [all, setAll] = useState(false);
  const cells = useMemo(() => new Map(spec.cells.map((cell) => [`${cell.y}\n${cell.x}`, cell])), [spec]);
  const [x, y] = all ? [spec.x, spec.y] : [spec.x.slice(0, COLUMNS), spec.y.slice(0, ROWS)];
  const most = Math.max(...spec.cells.map((cell) => cell.value ?? 0), 1e-9);
  const hidden = spec.x.length > COLUMNS || spec.y.length > ROWS;
  return (
    <>
      <div className="heat-scroll" role="region" aria-label={theme.say(spec.title)} tabIndex={0}>
        <table className="heat">
          <thead><tr><td />{x.map((name) => <th key={name} scope="col"><span>{theme.name(name)}</span></th>)}</tr></thead>
          <tbody>
            {y.map((row) => (
              <tr key={row}>
                <th scope="row">{theme.name(row)}</th>
                {x.map((column) => {
                  const cell = cells.get(`${row}\n${column}`);
                  return <td key={column} style={shade(cell, most)}><Inside cell={cell} onPick={onPick} title={cell ? `${theme.name(row)} × ${theme.name(column)}: ${number(cell.value, spec.unit_key)}, n = ${count(cell.n)}` : ""} text={compact(cell?.value, spec.unit_key, theme.language)} worse={t("worse")} /></td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden && <Button type="link" size="small" onClick={() => setAll(!all)}>{all ? t("showLess") : t("showAll", { n: spec.x.length * spec.y.length })}</Button>}
    </>
  );
}

function Inside({ cell, onPick, title, text, worse }: { cell: HeatCell | undefined; onPick: ChartProps["onPick"]; title: string; text: string; worse: string }) {
  if (!cell || cell.value == null) return null;
  const shown = cell.assessment === "worse" ? <strong title={worse}>{text}</strong> : text;
  return onPick ? <button type="button" className="plain" title={title} onClick={() => onPick(cell.x, cell.y)}>{shown}</button> : <span title={title}>{shown}</span>;
}

// The root keeps small cells visible beside one that is very large.
function shade(cell: HeatCell | undefined, most: number) {
  if (cell?.value == null) return undefined;
  const share = Math.round(Math.sqrt(Math.max(cell.value, 0) / most) * 100);
  const full = cell.assessment === "worse" ? "var(--bar-worse)" : "var(--bar)";
  return { background: `color-mix(in srgb, ${full} ${cell.assessment === "worse" ? Math.max(share, 60) : share}%, var(--card))` };
}
