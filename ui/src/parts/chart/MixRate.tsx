/** How much of a difference is other tickets, how much is like tickets done worse. Three bars from one zero line. */
import type { ChartSpec } from "../../api/charts";
import { number } from "../../format";
import { useText } from "../../words";
import { useDimensionName } from "../filter/useDimensionName";
import parts from "../../words/parts";
import { useLook } from "./look";

const NAMES = { difference: "difference", mix: "mix", rate: "rate" } as const;

export function MixRate({ spec }: { spec: ChartSpec }) {
  const look = useLook();
  const t = useText(parts);
  const dimension = useDimensionName();
  const values = spec.series[0]?.values ?? [];
  const most = Math.max(...values.map((value) => Math.abs(value ?? 0)), 1e-9);
  const unit = spec.unit_key === "ratio" ? "" : look.say(spec.unit);
  const reasons = spec.cells.toSorted((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0)).slice(0, 6);
  return (
    <table className="mixrate">
      <tbody>
        {spec.x.map((key, i) => (
          <tr key={key} className={key === "difference" ? "strong" : ""}>
            <th scope="row">{key in NAMES ? t(NAMES[key as keyof typeof NAMES]) : key}</th>
            <td className="mixrate-bar"><Bar share={(values[i] ?? 0) / most} whole={key === "difference"} /></td>
            <td className="number">{number(values[i], spec.unit_key)} {unit}</td>
          </tr>
        ))}
        {reasons.map((cell) => (
          <tr key={`${cell.x} ${cell.y}`} className="note">
            <th scope="row">{t("perCase")} {dimension(cell.x)} {look.name(cell.y)}</th>
            <td className="mixrate-bar"><Bar share={(cell.value ?? 0) / most} thin /></td>
            <td className="number">{number(cell.value, spec.unit_key)} {unit}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ share, whole, thin }: { share: number; whole?: boolean; thin?: boolean }) {
  const width = `${Math.min(Math.abs(share), 1) * 50}%`;
  const side = share < 0 ? { right: "50%" } : { left: "50%" };
  return <div className="mixrate-track"><div className={`mixrate-fill ${whole ? "whole" : ""} ${thin ? "thin" : ""}`} style={{ width, ...side }} /></div>;
}
