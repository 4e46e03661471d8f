/** Slices that moved more than chance explains. */
import { useQuery } from "@tanstack/react-query";
import type { Words } from "../words";
import { client, read } from "./client";

export type SignalState = "open" | "dismissed" | "snoozed" | "quiet";

/** As lists show it. */
export interface Signal {
  id: string;
  metric: string;
  title: Words;
  where: Record<string, string>;
  since: string;
  until: string;
  found_at: string;
  last_seen: string;
  window_weeks: number;
  observed: number;
  expected: number;
  ratio: number;
  low: number;
  high: number;
  score: number;
  rule: string;
  state: SignalState;
  reason: string | null;
  snoozed_until: string | null;
  problem_id: string | null;
}

export const useSignals = (state: SignalState | null = "open") =>
  useQuery({
    queryKey: ["signals", state],
    queryFn: () => read<Signal[]>(client.GET("/api/signals", { params: { query: { state } } })),
  });
