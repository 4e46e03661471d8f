/** The map of provinces, in a chunk of its own. */
import type { ECharts } from "echarts/core";
import { useMemo } from "react";
import { useInstallation } from "../../api/installation";
import { number } from "../../format";
import { useText } from "../../words";
import parts from "../../words/parts";
import type { ChartProps } from "./props";
import { Drawing } from "./Drawing";
import { useChartTheme } from "./theme";
import { init, NAMES } from "./mapEngine";
import { provinces } from "./provinces";

// The outline is wider than high: it may be larger than its place is high, not than it is wide.
const OVERSIZE = 1.18;

const load = () => Promise.resolve({ init });

function Legend({ spec }: Pick<ChartProps, "spec">) {
  const known = spec.cells.flatMap((cell) => cell.value ?? []);
  if (!known.length) return null;
  return (
    <p className="note map-legend">
      {number(Math.min(...known), spec.unit_key)}<span aria-hidden="true" />{number(Math.max(...known), spec.unit_key)}
    </p>
  );
}

export default function MapView({ spec, height = 360, onPick, picked, onReady }: ChartProps & { onReady: (chart: ECharts) => void }) {
  const theme = useChartTheme();
  const t = useText(parts);
  const { data: installation } = useInstallation();
  const option = useMemo(() => (width: number) => provinces(spec, theme, NAMES, Math.min(width, OVERSIZE * height), picked), [spec, theme, height, picked]);
  const pick = onPick && ((at: { data: unknown }) => {
    const province = (at.data as { province?: string } | undefined)?.province;
    if (province) onPick(province);
  });
  const approval = installation?.map_approval_number;
  return (
    <>
      <Drawing load={load} option={option} height={height} label={`${theme.say(spec.title)}. ${theme.say(spec.subtitle)}`} onClick={pick} onReady={onReady} />
      <Legend spec={spec} />
      <p className="note">{approval ? t("mapNumber", { number: approval }) : t("mapMissing")}</p>
    </>
  );
}
