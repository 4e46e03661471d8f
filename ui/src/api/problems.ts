/** Problems to be solved: what lists show, everything about one, and what people do with it. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { answer, client } from "./client";
import { everything } from "./pages";
import type { Schema } from "./types";
import { useProblemsChanged } from "./useProblemsChanged";

export type { Slice } from "./slices";

export type ProblemBrief = Schema<"ProblemBrief">;
export type ProblemDetail = Schema<"ProblemDetail">;
export type Stage = ProblemBrief["stage"];
export type Move = Schema<"MoveResponse">;
export type Cause = Schema<"CauseResponse">;
export type Grade = Cause["grade"];
export type TicketRow = Schema<"TicketBrief">;

/** Which problems a list shows; without any filter all of them. */
export interface ProblemFilters {
  stage?: Stage;
  owner?: string;
  q?: string;
}

type NewProblem = Schema<"ProblemRequest">;
type Edit = Schema<"ProblemPatch">;
type Links = Schema<"LinksPatch">;

/** Whether there is still something to do: neither verified nor closed. */
export const isUnresolved = ({ stage }: Pick<ProblemBrief, "stage">): boolean => stage !== "verified" && stage !== "closed";

export const useProblems = (filters: ProblemFilters = {}, enabled = true) =>
  useQuery({
    queryKey: ["problems", filters],
    enabled,
    queryFn: () => everything((page) => answer(client.GET("/api/problems", { params: { query: { ...filters, ...page } } }))),
  });

const at = (id: string) => ({ params: { path: { problem_id: id } } });

export const fetchProblem = (id: string) => answer(client.GET("/api/problems/{problem_id}", at(id)));

export const useProblem = (id: string) => useQuery({ queryKey: ["problems", "one", id], queryFn: () => fetchProblem(id) });

export const moveProblem = (id: string, to: Stage, reason = "") => answer(client.POST("/api/problems/{problem_id}/move", { ...at(id), body: { to, reason } }));

/** What people do with one problem. Each answers with the whole of it. */
export function useProblemActs(id: string) {
  const onSuccess = useProblemsChanged();
  return {
    edit: useMutation({ mutationFn: (body: Edit) => answer(client.PATCH("/api/problems/{problem_id}", { ...at(id), body })), onSuccess }),
    link: useMutation({ mutationFn: (body: Links) => answer(client.PATCH("/api/problems/{problem_id}/tickets", { ...at(id), body })), onSuccess }),
    state: useMutation({
      mutationFn: (body: Schema<"CauseRequest">) => answer(client.POST("/api/problems/{problem_id}/causes", { ...at(id), body })),
      onSuccess,
    }),
    confirm: useMutation({
      mutationFn: (cause: string) =>
        answer(client.POST("/api/problems/{problem_id}/causes/{cause_id}/confirm", { params: { path: { problem_id: id, cause_id: cause } } })),
      onSuccess,
    }),
  };
}

export function useNewProblem() {
  const onSuccess = useProblemsChanged();
  return useMutation({ mutationFn: (body: NewProblem) => answer(client.POST("/api/problems", { body })), onSuccess });
}
