/** What to draw, as the server says it. All texts come in both languages. */
import type { Words } from "../words";
import type { Better, Judged } from "./judgement";

export type ChartKind = "trend" | "ranking" | "heat" | "map" | "kpi" | "bars" | "waterfall" | "mixrate" | "verdict" | "signal" | "table" | "topics" | "pareto" | "tree";
export type Num = number | null;

export interface Series {
  key: string;
  name: Words;
  values: Num[];
  low: Num[];
  high: Num[];
  dashed_from: number | null;
  muted: boolean;
}

export interface HeatCell {
  x: string;
  y: string;
  value: Num;
  n: number;
  judged: Judged;
}

export interface Mark {
  x: string;
  text: Words;
  kind: "fix" | "release" | "onset";
}

export interface ChartSpec {
  kind: ChartKind;
  title: Words;
  subtitle: Words;
  unit: Words;
  unit_key: string;
  better: Better;
  x: string[];
  y: string[];
  series: Series[];
  cells: HeatCell[];
  marks: Mark[];
  band: { low: Num[]; high: Num[] } | null;
  note: Words | null;
}
