/** Slices whose figure left its baseline, and what people decide about them. */
import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import { everything } from "./pages";
import type { Schema } from "./types";

export type Signal = Schema<"SignalResponse">;
export type SignalDetail = Schema<"SignalDetailResponse">;
export type Suspect = Schema<"SuspectResponse">;
export type ScanRules = Schema<"ScanRulesResponse">;
export type SignalProblemRequest = Schema<"SignalProblemRequest">;
export type SignalState = Signal["state"];

export const SIGNAL_STATES: SignalState[] = ["open", "snoozed", "dismissed", "inactive", "rebaselined"];

const ofState = (state: SignalState) => ({
  queryKey: ["signals", state],
  queryFn: () => everything((page) => answer(client.GET("/api/signals", { params: { query: { state, ...page } } }))),
});

const countOf = (state: SignalState) => ({
  queryKey: ["signals", "count", state],
  queryFn: async () => (await answer(client.GET("/api/signals", { params: { query: { state, limit: 1 } } }))).total,
});

const of = (id: string) => ({ params: { path: { signal_id: id } } });

export const useSignals = (state: SignalState = "open") => useQuery(ofState(state));

/** How many signals each state has, as far as that is known. */
export function useSignalCounts(): Partial<Record<SignalState, number>> {
  const counts = useQueries({ queries: SIGNAL_STATES.map(countOf) });
  return Object.fromEntries(SIGNAL_STATES.map((state, i) => [state, counts[i]?.data]));
}

export const useSignal = (id: string) => useQuery({ queryKey: ["signals", "one", id], queryFn: () => answer(client.GET("/api/signals/{signal_id}", of(id))) });

export const useScanRules = () => useQuery({ queryKey: ["rules"], queryFn: () => answer(client.GET("/api/rules")), staleTime: 60_000 });

export const CONTROL_CHARTS = ["u", "laney", "ewma", "cusum"] as const;
export type ControlChart = (typeof CONTROL_CHARTS)[number];

/** The time series as control charts; empty where a rule does not compare a slice with its own history. */
export const useControlCharts = (id: string, enabled: boolean) =>
  useQuery({ queryKey: ["signals", "control", id], enabled, queryFn: () => answer(client.GET("/api/signals/{signal_id}/control", of(id))) });

/** The same failures by when units were made, and by when they were reported. */
export const useBatchOrField = (id: string) =>
  useQuery({ queryKey: ["signals", "batch-or-field", id], queryFn: () => answer(client.GET("/api/signals/{signal_id}/batch-or-field", of(id))) });

/** What people decide about a signal. */
export function useSignalActs(id: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ predicate: ({ queryKey: [domain] }) => domain === "signals" || domain === "problems" });
  return {
    dismiss: useMutation({ mutationFn: (reason: string) => answer(client.POST("/api/signals/{signal_id}/dismiss", { ...of(id), body: { reason } })), onSuccess }),
    snooze: useMutation({ mutationFn: (until: string) => answer(client.POST("/api/signals/{signal_id}/snooze", { ...of(id), body: { until } })), onSuccess }),
    rebaseline: useMutation({ mutationFn: () => answer(client.POST("/api/signals/{signal_id}/rebaseline", of(id))), onSuccess }),
    solve: useMutation({ mutationFn: (body: SignalProblemRequest) => answer(client.POST("/api/signals/{signal_id}/problem", { ...of(id), body })), onSuccess }),
  };
}

/** Scan all slices now. */
export const startScan = () => answer(client.POST("/api/scans"));
