/** How a figure moved, for the eye: direction, word, and whether it is worse. */
import type { Better, FigureChange } from "../../api/questions";
import { number, percent } from "../../format";

export type ChangeWord = "worse" | "better" | "up" | "down" | "appeared" | "withinChance";

export interface ChangeText {
  arrow: "▲" | "▼" | "";
  size: string;
  word: ChangeWord;
  worse: boolean;
  /** In percentage points: the page has the word for it. */
  points: boolean;
}

/** None where nothing can be compared. 0 → 5 is new, never +100 %; what may be chance is neither worse nor better. */
export function describeChange(change: FigureChange | null, better: Better, unit: string): ChangeText | null {
  if (!change) return null;
  if (change.new) return { arrow: "▲", size: "", word: "appeared", worse: better === "lower", points: false };
  if (change.change == null || change.before.value == null) return null;
  const up = change.change > 0;
  const points = !change.relative && unit === "ratio";
  const size = change.relative ? percent(Math.abs(change.change)) : points ? number(Math.abs(change.change) * 100) : number(Math.abs(change.change), unit);
  const arrow = change.change === 0 ? "" : up ? "▲" : "▼";
  if (!change.significant) return { arrow, size, word: "withinChance", worse: false, points };
  if (better === "none") return { arrow, size, word: up ? "up" : "down", worse: false, points };
  const worse = up === (better === "lower");
  return { arrow, size, word: worse ? "worse" : "better", worse, points };
}
