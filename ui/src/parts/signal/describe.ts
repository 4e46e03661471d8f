/** How a signal is named, and where its tickets are. */
import type { Signal } from "../../api/signals";
import { filterText } from "../../api/slices";
import { plusDays } from "../../format";

/** Whether observed and expected are numbers of tickets, and not, say, sums of hours. */
export const counted = ({ rule }: Pick<Signal, "rule">): boolean => rule !== "gap";

/** Whether a signal is compared with its own history, which can begin anew. */
export const ownHistory = ({ rule }: Pick<Signal, "rule">): boolean => rule === "weekly" || rule === "daily";

/** The days of a signal as a filter: the last one is part of it. */
export const periodOf = ({ period }: Pick<Signal, "period">): string => `${period.start}..${plusDays(period.end, -1)}`;

/** The address of a page with the slice and the period of a signal as its filters. */
export function addressOf(page: string, signal: Pick<Signal, "where" | "period">, more: Record<string, string> = {}): string {
  const params = new URLSearchParams({ ...more, period: periodOf(signal) });
  for (const text of filterText(signal.where)) params.append("where", text);
  return `${page}?${params}`;
}
