import type { ChartSpec } from "../../api/charts";
import { csv } from "../../format";
import type { Language } from "../../words";
import { gridOf } from "./grid";

/** A chart as a file: the finding and the measure first, then the numbers as they are. */
export function csvOf(spec: ChartSpec, language: Language): string {
  const { head, rows } = gridOf(spec);
  return csv([[spec.title[language]], [spec.subtitle[language]], head.map((title) => title[language]), ...rows]);
}
