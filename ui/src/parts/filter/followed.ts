/** Which filters a figure can follow: one whose sums know nothing of a dimension is shown without that filter, and says so. */
import type { Metric } from "../../api/questions";
import { readFilter } from "./where";

type Cuttable = Pick<Metric, "refused_cuts" | "parts">;

/** Columns of a source's own are known of tickets alone. */
const refuses = ({ refused_cuts, parts }: Cuttable, dimension: string): boolean =>
  dimension.startsWith("extra.") ? parts.some(({ fact }) => fact !== "tickets") : refused_cuts.includes(dimension);

/** The filters that all of these metrics can follow, and those that one of them cannot. */
export function followed(where: string[], metrics: Cuttable[]): { where: string[]; left: string[] } {
  const can = (text: string) => !metrics.some((metric) => refuses(metric, readFilter(text)?.dimension ?? ""));
  return { where: where.filter(can), left: where.filter((text) => !can(text)) };
}
