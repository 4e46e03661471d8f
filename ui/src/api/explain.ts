/** Why a figure is what it is. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { Schema } from "./types";

export type Explanation = Schema<"ExplanationResponse">;
export type Suspect = Explanation["suspects"][number];
export type ExplainRequest = Pick<Schema<"ExplainRequest">, "metric"> & Required<Pick<Schema<"ExplainRequest">, "where" | "period" | "compare">>;
export type ExplainCompare = ExplainRequest["compare"];

export const useExplanation = (request: ExplainRequest, enabled: boolean) =>
  useQuery({
    queryKey: ["explain", request],
    queryFn: ({ signal }) => answer(client.POST("/api/explain", { body: request, signal })),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    enabled,
  });
