/** Which way of a metric is the better one, and how a cell stands against what it is compared with. */
import type { Schema } from "./types";

export type Better = Schema<"MetricBrief">["better"];
export type Assessment = Schema<"AnswerCell">["assessment"];
