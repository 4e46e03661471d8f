/** How much of a difference is other tickets, how much is like tickets done worse. Three bars from one zero line. */
import { Fragment } from "react";
import type { ChartSpec } from "../../api/charts";
import { number } from "../../format";
import { useText } from "../../words";
import { useDimensionName } from "../filter/useDimensionName";
import parts from "../../words/parts";
import { useChartTheme } from "./theme";

const NAMES = { difference: "difference", mix: "mix", rate: "rate" } as const;

export function MixRate({ spec }: { spec: ChartSpec }) {
  const theme = useChartTheme();
  const t = useText(parts);
  const dimension = useDimensionName();
  const values = spec.series[0]?.values ?? [];
  const most = Math.max(...values.map((value) => Math.abs(value ?? 0)), 1e-9);
  const reasons = spec.cells.toSorted((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0)).slice(0, 6);
  const shown = [...values, ...reasons.map((cell) => cell.value)];
  // Where nothing is below zero, zero stands at the left.
  const both = shown.some((value) => (value ?? 0) < 0);
  const unit = spec.unit_key === "ratio" ? "" : theme.say(spec.unit);
  return (
    <table className="mixrate">
      <tbody>
        {spec.x.map((key, i) => (
          <Fragment key={key}>
            <tr className={key === "difference" ? "strong" : ""}>
              <th scope="row">{key in NAMES ? t(NAMES[key as keyof typeof NAMES]) : key}</th>
              <td className="mixrate-bar"><Bar share={(values[i] ?? 0) / most} both={both} whole={key === "difference"} /></td>
              <td className="number">{number(values[i], spec.unit_key)} {unit}</td>
            </tr>
            {key === "mix" && reasons.map((cell) => (
              <tr key={`${cell.x} ${cell.y}`} className="note">
                <th scope="row">{t("perCase")} {dimension(cell.x)} {theme.name(cell.y)}</th>
                <td className="mixrate-bar"><Bar share={(cell.value ?? 0) / most} both={both} thin /></td>
                <td className="number">{number(cell.value, spec.unit_key)} {unit}</td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ share, both, whole, thin }: { share: number; both: boolean; whole?: boolean; thin?: boolean }) {
  const width = `${Math.min(Math.abs(share), 1) * (both ? 50 : 100)}%`;
  const side = share < 0 ? { right: "50%" } : { left: both ? "50%" : 0 };
  return <div className={both ? "mixrate-track both" : "mixrate-track"}><div className={`mixrate-fill ${whole ? "whole" : ""} ${thin ? "thin" : ""}`} style={{ width, ...side }} /></div>;
}
