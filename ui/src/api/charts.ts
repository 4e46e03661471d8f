/** What to draw, as the server says it. All texts come in both languages. */
import type { Schema } from "./types";

export type ChartSpec = Schema<"ChartSpec">;
export type ChartKind = ChartSpec["kind"];
export type Series = Schema<"Series">;
export type HeatCell = Schema<"HeatCell">;
export type Mark = Schema<"Mark">;
export type Num = Series["values"][number];
