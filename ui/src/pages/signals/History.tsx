/** The slice week by week with what was usual. Rules that keep no picture compare otherwise: with the others, or with a limit. */
import type { SignalDetail } from "../../api/signals";
import { AskedChart, Chart } from "../../parts/chart";
import { type Filters, whereOf } from "../../parts/filter";

const HEIGHT = 300;

export function History({ signal }: { signal: SignalDetail }) {
  if (signal.chart) return <Chart spec={signal.chart} height={HEIGHT} />;
  const where = whereOf(signal.where);
  const [cut] = Object.keys(signal.where);
  if (signal.rule === "gap" && cut) {
    return <AskedChart question={{ metrics: [signal.metric], cuts: [cut], order: "-value", limit: 8, chart: "ranking" }} filters={fixed([], `${signal.since}..${signal.until}`)} />;
  }
  // Its title would be about the slice's own history, and that is not what the rule is about.
  return <AskedChart bare question={{ metrics: [signal.metric], grain: "week", chart: "trend" }} filters={fixed(where, "last-52-weeks")} height={HEIGHT} />;
}

// Filters that nobody changes here: the slice is the signal's own.
const fixed = (where: string[], period: string): Filters => ({ period, where, compare: "previous", set() {}, toggle() {}, clear() {} });
