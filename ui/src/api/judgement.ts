/** Which way of a metric is the better one, and how a cell stands against what it is compared with. */
export type Better = "lower" | "higher" | "none";
export type Judged = "worse" | "better" | "same" | "unknown";
