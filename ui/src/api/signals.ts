/** Slices that moved more than chance explains. */
import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Words } from "../words";
import type { ChartSpec } from "./charts";
import { client, read, send } from "./client";
import type { Job } from "./jobs";
import type { ProblemDetail, TicketRow } from "./problems";

export type SignalState = "open" | "dismissed" | "snoozed" | "quiet" | "usual";
export const SIGNAL_STATES: SignalState[] = ["open", "snoozed", "dismissed", "quiet", "usual"];

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
  window_days: number;
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

/** A slice that explains a change. */
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
  /** Slices that hold nearly the same tickets: the data cannot tell them apart. */
  ambiguous_with: Record<string, string>[];
}

/** One with its evidence, as the scan left it. */
export interface SignalDetail extends Signal {
  why: Words | null;
  suspects: Suspect[];
  outside: boolean;
  simpson: boolean;
  mix: ChartSpec | null;
  chart: ChartSpec | null;
  /** The limit that was passed, in the metric's unit; only where the rule has one. */
  limit?: number;
  tickets: TicketRow[];
  tickets_total: number;
}

/** What every scan looks at. */
export interface Watched {
  false_alarms_per_week: number;
  rules: { key: string; title: Words; metric: Words }[];
}

const ofState = (state: SignalState | null) => ({
  queryKey: ["signals", state],
  queryFn: () => read<Signal[]>(client.GET("/api/signals", { params: { query: { state } } })),
});

export const useSignals = (state: SignalState | null = "open") => useQuery(ofState(state));

/** How many signals each state has, as far as that is known. */
export function useSignalCounts(): Partial<Record<SignalState, number>> {
  const asked = useQueries({ queries: SIGNAL_STATES.map(ofState) });
  return Object.fromEntries(SIGNAL_STATES.map((state, i) => [state, asked[i]?.data?.length]));
}

export const useSignal = (id: string) => useQuery({ queryKey: ["signals", "one", id], queryFn: () => send<SignalDetail>("GET", `/api/signals/${id}`) });

export const useWatched = () => useQuery({ queryKey: ["rules"], queryFn: () => send<Watched>("GET", "/api/rules"), staleTime: 60_000 });

/** The same failures by when units were made, and by when they were reported. */
export interface Times {
  which: "production" | "field" | "unclear";
  sentence: Words;
  production: ChartSpec;
  reported: ChartSpec;
}

export type Control = "u" | "laney" | "ewma" | "cusum";

/** The course as control charts draw it; empty where a rule is not about the slice's own history. */
export const useControlCharts = (id: string, enabled: boolean) =>
  useQuery({ queryKey: ["signals", "control", id], enabled, queryFn: () => send<{ charts: Partial<Record<Control, ChartSpec>> }>("GET", `/api/signals/${id}/control`) });

export const useTimes = (id: string) => useQuery({ queryKey: ["signals", "times", id], queryFn: () => send<{ times: Times | null }>("GET", `/api/signals/${id}/times`) });

/** What people decide about a signal. */
export function useSignalActs(id: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ predicate: ({ queryKey: [domain] }) => domain === "signals" || domain === "problems" });
  return {
    dismiss: useMutation({ mutationFn: (reason: string) => send<Signal>("POST", `/api/signals/${id}/dismiss`, { reason }), onSuccess }),
    snooze: useMutation({ mutationFn: (until: string) => send<Signal>("POST", `/api/signals/${id}/snooze`, { until }), onSuccess }),
    reset: useMutation({ mutationFn: () => send<Signal>("POST", `/api/signals/${id}/reset`, {}), onSuccess }),
    solve: useMutation({ mutationFn: (body: Taken) => send<ProblemDetail>("POST", `/api/signals/${id}/problem`, body), onSuccess }),
  };
}

/** What a person adds to the signal that becomes a problem. */
export interface Taken {
  title: string;
  owner: string | null;
  due: string | null;
}

/** Look through all slices now. */
export const startScan = () => send<Job>("POST", "/api/scans", {});
