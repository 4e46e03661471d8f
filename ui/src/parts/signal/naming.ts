/** How a signal is named, and where its tickets are. */
import type { Signal } from "../../api/signals";
import { whereOf } from "../filter";

/** The values of a slice in one line. */
export const nameOf = (where: Record<string, string>): string => Object.values(where).map((values) => values.replaceAll(",", "、")).join(" · ");

/** Whether observed and expected are numbers of tickets, and not, say, sums of hours. */
export const counted = ({ rule }: Pick<Signal, "rule">): boolean => rule !== "gap";

/** Whether a signal is held against its own history, which can begin anew. */
export const ownHistory = ({ rule }: Pick<Signal, "rule">): boolean => rule === "weekly" || rule === "daily";

/** The address of a page with the slice and the span of a signal as its filters. */
export function addressOf(page: string, { where, since, until }: Pick<Signal, "where" | "since" | "until">, more: Record<string, string> = {}): string {
  const params = new URLSearchParams({ ...more, period: `${since}..${until}` });
  for (const text of whereOf(where)) params.append("where", text);
  return `${page}?${params}`;
}
