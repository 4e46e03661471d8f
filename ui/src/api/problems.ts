/** Things to be solved, as lists show them. */
import { useQuery } from "@tanstack/react-query";
import type { Words } from "../words";
import { send } from "./client";

export type Stage = "open" | "investigating" | "acting" | "verifying" | "verified" | "closed" | "reopened";

export interface ProblemBrief {
  id: string;
  title: string;
  stage: Stage;
  stage_title: Words;
  metric: string;
  where: Record<string, string>;
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

export const useProblems = (query = "") =>
  useQuery({ queryKey: ["problems", query], queryFn: () => send<ProblemBrief[]>("GET", `/api/problems${query && `?${query}`}`) });
