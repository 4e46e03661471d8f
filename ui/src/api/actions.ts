/** What is done about a problem, and what came of it. */
import { useMutation } from "@tanstack/react-query";
import type { Words } from "../words";
import type { ChartSpec } from "./charts";
import { send } from "./client";
import type { Slice } from "./slice";
import { useProblemsChanged } from "./useProblemsChanged";

export type Outcome = "effective" | "not_effective" | "too_early" | "not_measurable";
export type Direction = "lower" | "higher";

export interface Effect {
  /** To the level without the action: 0.7 is 30 % less. */
  ratio: number;
  low: number;
  high: number;
  percent: number;
  p: number;
}

export interface Verdict {
  outcome: Outcome;
  title: Words;
  reason: string;
  sentence: Words;
  /** What a plain before/after would say, and why it misleads. */
  naive_sentence: Words;
  effect: Effect | null;
  naive: Effect | null;
  season: number;
  n: number;
  weeks: number;
  tell_on: string | null;
  judged_on: string;
  final: boolean;
  chart: ChartSpec;
}

/** What an action freezes when it is saved. */
export interface Plan {
  title: string;
  owner: string;
  due: string;
  metric: string;
  where: Slice;
  comparison: Slice | null;
  direction: Direction;
  target: number;
  start: string;
  window_weeks: number;
  cost: string | null;
}

export interface Action extends Plan {
  id: string;
  problem_id: string;
  owner_name: string | null;
  judge_on: string;
  created_at: string;
  created_by: string;
  state: "planned" | "running" | "judged" | "cancelled";
  /** Why it was given up. */
  cancelled: string | null;
  verdict: Verdict | null;
}

export function useNewAction(problem: string) {
  const onSuccess = useProblemsChanged();
  return useMutation({ mutationFn: (plan: Plan) => send<Action>("POST", `/api/problems/${problem}/actions`, plan), onSuccess });
}

export function useActionActs(id: string) {
  const onSuccess = useProblemsChanged();
  return {
    judge: useMutation({ mutationFn: () => send<Verdict>("POST", `/api/actions/${id}/judge`), onSuccess }),
    cancel: useMutation({ mutationFn: (reason: string) => send<Action>("POST", `/api/actions/${id}/cancel`, { reason }), onSuccess }),
  };
}
