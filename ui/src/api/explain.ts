/** Why a figure is what it is. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { Schema } from "./types";

export type Explanation = Schema<"ExplanationResponse">;
export type Suspect = Explanation["suspects"][number];
export type ExplainRequest = Pick<Schema<"ExplainRequest">, "metric"> & Required<Pick<Schema<"ExplainRequest">, "where" | "period" | "compare">>;
export type ExplainCompare = ExplainRequest["compare"];

/** What a figure can be compared with; a comparison that cannot work says why. */
export const useChoices = (metric: string, where: string[]) =>
  useQuery({
    queryKey: ["explain", "choices", metric, where],
    queryFn: ({ signal }) => answer(client.GET("/api/explain/choices", { params: { query: { metric, where } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

export const useExplanation = (request: ExplainRequest, enabled: boolean) =>
  useQuery({
    queryKey: ["explain", request],
    queryFn: ({ signal }) => answer(client.POST("/api/explain", { body: request, signal })),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    enabled,
  });
