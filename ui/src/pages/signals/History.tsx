/** The slice week by week with what was usual; where the scan kept no picture, the metric itself. */
import type { SignalDetail } from "../../api/signals";
import { AskedChart, Chart } from "../../parts/chart";
import { type Filters, whereOf } from "../../parts/filter";

export function History({ signal }: { signal: SignalDetail }) {
  if (signal.chart) return <Chart spec={signal.chart} height={300} />;
  return <AskedChart question={{ metrics: [signal.metric], grain: "week", chart: "trend" }} filters={fixed(whereOf(signal.where))} height={300} />;
}

// Filters that nobody changes here: the slice is the signal's own.
const fixed = (where: string[]): Filters => ({ period: "last-52-weeks", where, compare: "previous", set() {}, toggle() {}, clear() {} });
