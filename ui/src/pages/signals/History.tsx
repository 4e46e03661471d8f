/** The slice week by week with what was usual. Rules that keep no picture compare otherwise: with the others, or with a limit. */
import { useState } from "react";
import type { ChartSpec } from "../../api/charts";
import { type Control, type SignalDetail, useControlCharts } from "../../api/signals";
import { QuestionChart, Chart } from "../../parts/chart";
import { Choice } from "../../parts/Choice";
import { type Filters, whereOf } from "../../parts/filter";
import { Await } from "../../parts/states";
import { useText } from "../../words";
import signals from "../../words/signals";

const HEIGHT = 300;

export function History({ signal }: { signal: SignalDetail }) {
  if (signal.chart) return <Course signal={signal} scan={signal.chart} />;
  const where = whereOf(signal.where);
  const [cut] = Object.keys(signal.where);
  if (signal.rule === "gap" && cut) {
    return <QuestionChart question={{ metrics: [signal.metric], cuts: [cut], order: "-value", limit: 8, chart: "ranking" }} filters={fixed([], `${signal.since}..${signal.until}`)} />;
  }
  // Its title would be about the slice's own history, and that is not what the rule is about.
  return <QuestionChart bare question={{ metrics: [signal.metric], grain: "week", chart: "trend" }} filters={fixed(where, "last-52-weeks")} height={HEIGHT} />;
}

const CONTROLS: Control[] = ["u", "laney", "ewma", "cusum"];

/** As the scan sees it, or as one of the control charts does that engineers know. */
function Course({ signal, scan }: { signal: SignalDetail; scan: ChartSpec }) {
  const t = useText(signals);
  const [way, setWay] = useState<"scan" | Control>("scan");
  const against = scan.series.some((one) => one.key === "baseline");
  const control = useControlCharts(signal.id, against && way !== "scan");
  const options = (["scan", ...CONTROLS] as const).map((value) => ({ value, label: t(`way_${value}`) }));
  return (
    <div className="stack-8">
      {against && <Choice bare label={t("drawnAs")} value={way} onChange={setWay} options={options} />}
      {way === "scan" ? <Chart spec={scan} height={HEIGHT} /> : <Await query={control} height={HEIGHT + 48}>{({ charts }) => { const spec = charts[way]; return spec ? <Chart spec={spec} height={HEIGHT} /> : null; }}</Await>}
    </div>
  );
}

// Filters that nobody changes here: the slice is the signal's own.
const fixed = (where: string[], period: string): Filters => ({ period, where, compare: "previous", set() {}, toggle() {}, clear() {} });
