/** What follows from the plan of an action: when it is judged, and slices that it may be compared with. */
import type { AnswerCell, Dimension } from "../../../api/questions";
import type { Slice } from "../../../api/problems";
import { plusDays, UNKNOWN } from "../../../format";

/** So many other values make a comparison: the largest tell most, and a long list is not read. */
const MOST = 5;
/** Other faults are the last resort: a comparison keeps the fault and takes another place. */
const FAULTS = ["fault", "category", "kind"];

/** The Monday of the first whole week with the action. */
export function firstWeek(start: string): string {
  const weekday = (new Date(`${start}T00:00:00Z`).getUTCDay() + 6) % 7;
  return plusDays(start, (7 - weekday) % 7);
}

/** The day on which an action is judged: the one after the last week of its window. */
export const judgeOn = (start: string, weeks: number): string => plusDays(firstWeek(start), 7 * weeks);

/** The dimensions of a slice in the order in which another value of each makes a good comparison. */
export const comparable = (where: Slice): string[] => Object.keys(where).toSorted((a, b) => Number(FAULTS.includes(a)) - Number(FAULTS.includes(b)));

/** The other values of a dimension, most tickets first; of the same parent where there are any. */
export function others(cells: Pick<AnswerCell, "at" | "value">[], dimension: Pick<Dimension, "key" | "parent">, own: string[]): { values: string[]; n: number } {
  const { key, parent } = dimension;
  const known = cells.flatMap(({ at, value }) => (typeof at[key] === "string" && at[key] !== "" ? [{ name: at[key], of: parent ? at[parent] : null, n: value ?? 0 }] : []));
  const homes = new Set(known.filter(({ name }) => own.includes(name)).map(({ of }) => of));
  const disjoint = known.filter(({ name }) => !own.includes(name));
  const near = disjoint.filter(({ of }) => homes.has(of));
  const sizes = new Map<string, number>();
  for (const { name, n } of near.length ? near : disjoint) sizes.set(name, (sizes.get(name) ?? 0) + n);
  const chosen = [...sizes].toSorted((a, b) => b[1] - a[1]).slice(0, MOST);
  return { values: chosen.map(([name]) => name), n: chosen.reduce((sum, [, n]) => sum + n, 0) };
}

/** A ratio as a change: −44%, +12%. */
export function signed(ratio: number): string {
  const whole = Math.round((ratio - 1) * 100);
  return `${whole > 0 ? "+" : whole < 0 ? "−" : ""}${Math.abs(whole)}%`;
}

/** A bound of an interval as a change; an open side is shown as unknown. */
export const bound = (ratio: number | null): string => (ratio === null ? UNKNOWN : signed(ratio));
