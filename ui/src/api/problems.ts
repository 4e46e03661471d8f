/** Things to be solved: what lists show, everything about one, and what people do with it. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { Words } from "../words";
import type { Action } from "./actions";
import type { ChartSpec } from "./charts";
import { send } from "./client";
import type { Slice } from "./slice";
import { useProblemsChanged } from "./useProblemsChanged";

export type { Slice } from "./slice";

export type Stage = "open" | "investigating" | "acting" | "verifying" | "verified" | "closed" | "reopened";
export type Grade = "guess" | "correlated" | "tested" | "confirmed";

export interface ProblemBrief {
  id: string;
  title: string;
  stage: Stage;
  stage_title: Words;
  metric: string;
  where: Slice;
  since: string | null;
  owner: string | null;
  owner_name: string | null;
  due: string | null;
  overdue: boolean;
  created_at: string;
  created_by: string;
  signal_id: string | null;
  tickets: number;
  actions: number;
  verdict: string | null;
  priority: string | null;
}

/** Whether there is still something to do: neither verified nor closed. */
export const isUnresolved = ({ stage }: Pick<ProblemBrief, "stage">): boolean => stage !== "verified" && stage !== "closed";

/** A move that the stage allows, with what it still lacks: keys, and the same in words. */
export interface Move {
  to: Stage;
  title: Words;
  needs: string[];
  lacks: Words[];
}

export interface Cause {
  id: string;
  text: string;
  grade: Grade;
  grade_title: Words;
  evidence: string[];
  by: string;
  at: string;
  confirmed: boolean;
}

/** A ticket as the lists of signals and problems show it. */
export interface TicketRow {
  ticket_id: string;
  created_at: string | null;
  /** The beginning of what it says. */
  excerpt: string | null;
  product: string | null;
  province: string | null;
  fault: string | null;
  priority: string | null;
  status: string | null;
}

export interface ProblemDetail extends Omit<ProblemBrief, "actions"> {
  description: string;
  article_id: string | null;
  /** Tickets that were put to it by hand. */
  links: string[];
  tickets_rows: TicketRow[];
  causes: Cause[];
  actions: Action[];
  history: { at: string; by: string; what: Words }[];
  moves: Move[];
  chart: ChartSpec | null;
}

export interface NewProblem {
  title: string;
  metric: string;
  where: Slice;
  since: string | null;
  description: string;
  owner: string | null;
  due: string | null;
  ticket_ids: string[];
}

export type Edit = Partial<Pick<ProblemDetail, "title" | "description" | "owner" | "due">>;

export const useProblems = (query = "", enabled = true) =>
  useQuery({ queryKey: ["problems", query], enabled, queryFn: () => send<ProblemBrief[]>("GET", `/api/problems${query && `?${query}`}`) });

export const fetchProblem = (id: string) => send<ProblemDetail>("GET", `/api/problems/${id}`);

export const useProblem = (id: string) => useQuery({ queryKey: ["problems", "one", id], queryFn: () => fetchProblem(id) });

/** What people do with one problem. Each answers with the whole of it. */
export function useProblemActs(id: string) {
  const changed = useProblemsChanged();
  const to = `/api/problems/${id}`;
  const act = <Body>(method: "POST" | "PATCH", path: (body: Body) => string, sent: (body: Body) => unknown = (body) => body) => ({
    mutationFn: (body: Body) => send<ProblemDetail>(method, path(body), sent(body)),
    onSuccess: changed,
  });
  return {
    edit: useMutation(act<Edit>("PATCH", () => to)),
    move: useMutation(act<{ to: Stage; reason?: string }>("POST", () => `${to}/move`)),
    link: useMutation(act<{ add?: string[]; remove?: string[] }>("POST", () => `${to}/tickets`)),
    state: useMutation(act<{ text: string; grade: Grade; evidence: string[] }>("POST", () => `${to}/causes`)),
    confirm: useMutation(act<string>("POST", (cause) => `${to}/causes/${cause}/confirm`, () => undefined)),
  };
}

export function useNewProblem() {
  const onSuccess = useProblemsChanged();
  return useMutation({ mutationFn: (body: NewProblem) => send<ProblemDetail>("POST", "/api/problems", body), onSuccess });
}

export const moveProblem = (id: string, to: Stage, reason = "") => send<ProblemDetail>("POST", `/api/problems/${id}/move`, { to, reason });
