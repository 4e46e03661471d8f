/** Why a figure is what it is. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Words } from "../words";
import type { ChartSpec } from "./charts";
import { client, read } from "./client";

export type Against = "previous" | "year" | "rest" | "values" | "forecast";

export interface Suspect {
  where: Record<string, string>;
  observed: number;
  expected: number;
  share: number;
  ratio: number;
  low: number;
  high: number;
  p: number;
  since: string | null;
  sentence: Words;
  ambiguous_with: Record<string, string>[];
}

export interface Explanation {
  metric: string;
  where: Record<string, string>;
  observed: number;
  expected: number;
  suspects: Suspect[];
  /** The change is everywhere alike: its cause is not among the recorded attributes. */
  outside: boolean;
  sentence: Words;
  mix: ChartSpec | null;
  simpson: boolean;
  dims: string[];
  /** How it was looked for, and why so. */
  method: { key: string; title: Words; why: Words } | null;
  chart: ChartSpec | null;
  /** The change level by level; of counts alone. */
  tree: ChartSpec | null;
}

export interface Why {
  metric: string;
  where: string[];
  period: string;
  compare: Against;
}

export const useExplanation = (why: Why, enabled: boolean) =>
  useQuery({
    queryKey: ["explain", why],
    queryFn: ({ signal }) => read<Explanation>(client.POST("/api/explain", { body: why, signal })),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    enabled,
  });
