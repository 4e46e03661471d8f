/** The one door to every figure: a question in, cells and a chart out. */
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { answer as body, client } from "./client";
import type { Schema } from "./types";

export type { Assessment, Better } from "./assessment";

export type Grain = NonNullable<Question["grain"]>;
export type Scalar = AnswerCell["at"][string];

type Body<Name extends "QuestionRequest" | "RowsRequest"> = Partial<Schema<Name>> & Pick<Schema<Name>, "metrics">;

/** A question; what is left out has the server's default. */
export type Question = Body<"QuestionRequest">;
export type Answer = Schema<"AnswerResponse">;
export type AnswerCell = Schema<"AnswerCell">;
/** Against another span; a ratio minus 1 where `relative`, else a difference in the metric's unit. */
export type FigureChange = Schema<"FigureChange">;
export type MetricBrief = Schema<"MetricBrief">;
export type Metric = Schema<"MetricDetail">;
export type Dimension = Schema<"DimensionDetail">;
export type RowValue = Schema<"RowsPage">["items"][number][number];

/** The server fills in what is left out, though its description has fields with a default as owed. */
const asSent = <T>(given: Partial<T>): T => given as T;

export const answer = (question: Question) =>
  queryOptions({
    queryKey: ["answer", question],
    queryFn: ({ signal }) => body(client.POST("/api/questions", { body: asSent(question), signal })),
    placeholderData: keepPreviousData,
  });

/** The answer to a question; while another is on its way the last one stays, with `isPlaceholderData`. */
export const useAnswer = (question: Question, enabled = true) => useQuery({ ...answer(question), enabled });

/** The rows behind the numerator (or denominator) of the first metric in the cell `at`. */
export type RowsRequest = Body<"RowsRequest">;

export const useRows = (request: RowsRequest, paging: { limit: number; offset: number }, enabled = true) =>
  useQuery({
    queryKey: ["rows", request, paging],
    queryFn: ({ signal }) => body(client.POST("/api/questions/rows", { params: { query: paging }, body: asSent(request), signal })),
    placeholderData: keepPreviousData,
    enabled,
  });

export const metrics = queryOptions({
  queryKey: ["metrics"],
  queryFn: () => body(client.GET("/api/metrics")),
  staleTime: Infinity,
});

export const useMetrics = (enabled = true) => useQuery({ ...metrics, enabled });

export const dimensions = queryOptions({
  queryKey: ["dimensions"],
  queryFn: () => body(client.GET("/api/dimensions")),
  staleTime: 10 * 60_000,
});

export const useDimensions = () => useQuery(dimensions);

/** How many values of a dimension are shown at once. */
export const VALUES = 50;

export const values = (key: string, search: string) =>
  queryOptions({
    queryKey: ["values", key, search],
    queryFn: () => body(client.GET("/api/dimensions/{key}/values", { params: { path: { key }, query: { search, limit: VALUES } } })),
    select: (page) => page.items,
    staleTime: 60_000,
  });

export const useValues = (key: string, search: string, enabled = true) => useQuery({ ...values(key, search), placeholderData: keepPreviousData, enabled });
