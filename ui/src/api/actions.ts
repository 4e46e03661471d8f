/** What is done about a problem, and what came of it. */
import { useMutation } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { Schema } from "./types";
import { useProblemsChanged } from "./useProblemsChanged";

export type Action = Schema<"ActionResponse">;
export type Verdict = Schema<"VerdictResponse">;
export type Effect = Schema<"EffectResponse">;
export type Outcome = Verdict["outcome"];
/** What an action freezes when it is saved. */
export type Plan = Pick<Action, "title" | "owner" | "due" | "metric" | "where" | "comparison" | "direction" | "target" | "start" | "window_weeks" | "cost">;

export function useNewAction(problem: string) {
  const onSuccess = useProblemsChanged();
  return useMutation({
    mutationFn: (body: Plan) => answer(client.POST("/api/problems/{problem_id}/actions", { params: { path: { problem_id: problem } }, body })),
    onSuccess,
  });
}

export function useActionActs(id: string) {
  const onSuccess = useProblemsChanged();
  const at = { params: { path: { action_id: id } } };
  return {
    judge: useMutation({ mutationFn: () => answer(client.POST("/api/actions/{action_id}/judge", at)), onSuccess }),
    cancel: useMutation({ mutationFn: (reason: string) => answer(client.POST("/api/actions/{action_id}/cancel", { ...at, body: { reason } })), onSuccess }),
  };
}
