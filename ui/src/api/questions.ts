/** The one door to every figure: a question in, cells and a chart out. */
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import type { Words } from "../words";
import type { ChartSpec } from "./charts";
import { client, read } from "./client";
import type { Better, Judged } from "./judgement";

export type { Better, Judged } from "./judgement";

export type Grain = "day" | "week" | "month" | "quarter" | "year";
export type Scalar = string | number | null;

export interface Question {
  metrics: string[];
  cuts?: string[];
  where?: string[];
  period?: string;
  grain?: Grain;
  compare?: "previous" | "year";
  order?: "at" | "value" | "-value";
  limit?: number;
  /** A chart's key, or `auto`. */
  chart?: string;
}

export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
}

/** Against another span; a ratio minus 1 where `relative`, else a difference in the metric's unit. */
export interface Change extends Estimate {
  change: number | null;
  change_low: number | null;
  change_high: number | null;
  relative: boolean;
  significant: boolean;
  new: boolean;
}

export interface Cell extends Estimate {
  metric: string;
  at: Record<string, Scalar>;
  unfinished: boolean;
  compare: Change | null;
  share: number | null;
  judged: Judged;
}

export interface MetricBrief {
  key: string;
  title: Words;
  question: Words;
  unit: Words & { key: string };
  better: Better;
  kind: string;
  additive: boolean;
  definition: string;
  caveat: Words | null;
}

export interface Metric extends MetricBrief {
  cuts: string[];
  refused_cuts: string[];
  anchor: string;
  parts: { fact: string; anchor: string; leaves: string | null; distinct: boolean }[];
  sql: string;
}

export interface Dimension {
  key: string;
  title: Words;
  kind: "text" | "number" | "time";
  parent: string | null;
  children: string[];
  fact: string;
}

export interface Answer {
  metrics: MetricBrief[];
  cells: Cell[];
  total: Record<string, Cell>;
  cuts: { key: string; title: Words }[];
  period: { from: string; until: string; text: Words } | null;
  data_until: string | null;
  grain: Grain | null;
  definition: string;
  caveats: Words[];
  sql: string;
  took_ms: number;
  chart: ChartSpec | null;
}

/** Rows of a fact; the columns have words in both languages. */
export interface Rows {
  columns: { key: string; title: Words }[];
  rows: unknown[][];
  total: number;
}

export const answer = (question: Question) =>
  queryOptions({
    queryKey: ["answer", question],
    queryFn: ({ signal }) => read<Answer>(client.POST("/api/questions", { body: question as never, signal })),
    placeholderData: keepPreviousData,
  });

/** The answer to a question; while another is on its way the last one stays, with `isPlaceholderData`. */
export const useAnswer = (question: Question, enabled = true) => useQuery({ ...answer(question), enabled });

/** The rows behind the numerator (or denominator) of the first metric in the cell `at`. */
export interface RowsAsked extends Question {
  at?: Record<string, Scalar>;
  part?: "numerator" | "denominator";
  rows_limit?: number;
  offset?: number;
}

export const useRows = (asked: RowsAsked, enabled = true) =>
  useQuery({
    queryKey: ["rows", asked],
    queryFn: ({ signal }) => read<Rows>(client.POST("/api/questions/rows", { body: asked as never, signal })),
    placeholderData: keepPreviousData,
    enabled,
  });

export const metrics = queryOptions({
  queryKey: ["metrics"],
  queryFn: () => read<Metric[]>(client.GET("/api/metrics")),
  staleTime: Infinity,
});

export const useMetrics = (enabled = true) => useQuery({ ...metrics, enabled });

export const dimensions = queryOptions({
  queryKey: ["dimensions"],
  queryFn: () => read<Dimension[]>(client.GET("/api/dimensions")),
  staleTime: 10 * 60_000,
});

export const useDimensions = () => useQuery(dimensions);

/** How many values of a dimension are told at once. */
export const VALUES = 50;

export const values = (key: string, search: string) =>
  queryOptions({
    queryKey: ["values", key, search],
    queryFn: () =>
      read<{ value: string | null; n: number }[]>(client.GET("/api/dimensions/{key}/values", { params: { path: { key }, query: { search, limit: VALUES } } })),
    staleTime: 60_000,
  });

export const useValues = (key: string, search: string, enabled = true) => useQuery({ ...values(key, search), placeholderData: keepPreviousData, enabled });
