/** Tickets at work: lists, one whole, and setting a label right. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Words } from "../words";
import { send } from "./client";

export interface TicketBrief {
  ticket_id: string;
  source: string;
  channel: string | null;
  kind: string | null;
  created_at: string | null;
  title: string | null;
  /** The beginning of what it says. */
  excerpt: string | null;
  product: string | null;
  model: string | null;
  version: string | null;
  province: string | null;
  category: string | null;
  fault: string | null;
  severity: string | null;
  priority: string | null;
  team: string | null;
  agent: string | null;
  status: string | null;
  resolved_at: string | null;
  duplicate_of: string | null;
  problem_id: string | null;
}

export interface TicketEvent {
  at: string;
  activity: string | null;
  actor: string | null;
  team: string | null;
  from_value: string | null;
  to_value: string | null;
}

/** Who set a field, and why: words that matched, a reason in both languages as JSON, or when a person said so. */
export interface Label {
  field: string;
  value: string;
  by: string;
  why: string | null;
}

export interface Correction {
  field: string;
  value: string;
  by: string;
  at: string;
}

export type Field = string | number | boolean | null | Record<string, string | null>;

export interface TicketDetail {
  ticket: Record<string, Field> & { ticket_id: string; title: string | null; description: string | null; created_at: string | null; duplicate_of: string | null };
  columns: { key: string; title: Words }[];
  events: TicketEvent[];
  labels: Label[];
  corrections: Correction[];
  priority_why: Words;
  duplicates: TicketBrief[];
  repeats: TicketBrief[];
  problem_id: string | null;
}

export interface Search {
  q: string;
  where: string[];
  period: string;
  sort: string;
  limit: number;
  offset: number;
}

export interface TicketPage {
  total: number;
  rows: TicketBrief[];
}

interface Named {
  key: string;
  title: Words;
}

export interface Taxonomy {
  version: number;
  types: (Named & { faults: (Named & { severity: string })[] })[];
  severities: Named[];
  kinds: Named[];
}

export const LONGEST_PAGE = 500;

export function findTickets({ q, where, period, sort, limit, offset }: Search, signal?: AbortSignal): Promise<TicketPage> {
  const query = new URLSearchParams({ ...(q && { q }), period, sort, limit: `${limit}`, offset: `${offset}` });
  for (const text of where) query.append("where", text);
  return send<TicketPage>("GET", `/api/tickets?${query}`, undefined, signal);
}

export const useTickets = (search: Search, enabled = true) =>
  useQuery({ queryKey: ["tickets", search], queryFn: ({ signal }) => findTickets(search, signal), placeholderData: keepPreviousData, enabled });

const pathOf = (id: string) => `/api/tickets/${encodeURIComponent(id)}`;

export const useTicket = (id: string) => useQuery({ queryKey: ["tickets", "one", id], queryFn: () => send<TicketDetail>("GET", pathOf(id)), enabled: id !== "" });

/** A person's word on a field of a ticket; null means unknown (or no duplicate). */
export function useCorrect() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, field, value }: { id: string; field: string; value: string | null }) => send<TicketDetail>("PATCH", `${pathOf(id)}/labels`, { field, value }),
    onSuccess: (detail, { id }) => {
      queries.setQueryData(["tickets", "one", id], detail);
      return queries.invalidateQueries({ queryKey: ["tickets"] });
    },
  });
}

export const useTaxonomy = () => useQuery({ queryKey: ["taxonomy"], queryFn: () => send<Taxonomy>("GET", "/api/taxonomy"), staleTime: 5 * 60_000 });
