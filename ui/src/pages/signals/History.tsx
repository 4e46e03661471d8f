/** The slice by week with its baseline. Rules without a time series compare with peers, or with a limit. */
import { useState } from "react";
import type { ChartSpec } from "../../api/charts";
import { CONTROL_CHARTS, type ControlChart, type SignalDetail, useControlCharts } from "../../api/signals";
import { filterText } from "../../api/slices";
import { QuestionChart, Chart } from "../../parts/chart";
import { Choice } from "../../parts/Choice";
import type { Filters } from "../../parts/filter";
import { Await } from "../../parts/states";
import { useText } from "../../words";
import signals from "../../words/signals";
import { ownHistory, periodOf } from "../../parts/signal/describe";

const HEIGHT = 300;

export function History({ signal }: { signal: SignalDetail }) {
  if (signal.chart) return <TimeSeries signal={signal} scan={signal.chart} />;
  const where = filterText(signal.where);
  const [cut] = Object.keys(signal.where);
  if (signal.rule === "gap" && cut) {
    return <QuestionChart question={{ metrics: [signal.metric], cuts: [cut], order: "-value", limit: 8, chart: "ranking" }} filters={fixed([], periodOf(signal))} />;
  }
  // Its title would be about the slice's own history, and that is not what the rule is about.
  return <QuestionChart bare question={{ metrics: [signal.metric], grain: "week", chart: "trend" }} filters={fixed(where, "last-52-weeks")} height={HEIGHT} />;
}

/** As the scan shows it, or as one of the usual control charts. */
function TimeSeries({ signal, scan }: { signal: SignalDetail; scan: ChartSpec }) {
  const t = useText(signals);
  const [method, setMethod] = useState<"scan" | ControlChart>("scan");
  const against = ownHistory(signal);
  const control = useControlCharts(signal.id, against && method !== "scan");
  const options = (["scan", ...CONTROL_CHARTS] as const).map((value) => ({ value, label: t(`method_${value}`) }));
  return (
    <div className="stack-8">
      {against && <Choice bare label={t("chartMethod")} value={method} onChange={setMethod} options={options} />}
      {method === "scan" ? <Chart spec={scan} height={HEIGHT} /> : <Await query={control} height={HEIGHT + 48}>{({ charts }) => { const spec = charts[method]; return spec ? <Chart spec={spec} height={HEIGHT} /> : null; }}</Await>}
    </div>
  );
}

// Filters that nobody changes here: the slice is the signal's own.
const fixed = (where: string[], period: string): Filters => ({ period, where, compare: "previous", set() {}, toggle() {}, clear() {} });
