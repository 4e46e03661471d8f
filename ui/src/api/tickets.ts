/** Tickets at work: lists, one whole, and setting a label right. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { Schema } from "./types";

export type TicketBrief = Schema<"TicketBrief">;
export type TicketEvent = Schema<"EventResponse">;
export type Label = Schema<"LabelResponse">;
export type TicketDetail = Schema<"TicketResponse">;
export type Field = TicketDetail["fields"][string];
export type TicketPage = Schema<"TicketPage">;
export type Taxonomy = Schema<"TaxonomyResponse">;

export interface Search {
  q: string;
  where: string[];
  period: string;
  sort: string;
  limit: number;
  offset: number;
  /** A metric; only the tickets that its figure counts. */
  counted_in?: string;
}

export const LONGEST_PAGE = 500;

export const findTickets = (query: Search, signal?: AbortSignal): Promise<TicketPage> =>
  answer(client.GET("/api/tickets", { params: { query }, ...(signal && { signal }) }));

export const useTickets = (search: Search, enabled = true) =>
  useQuery({ queryKey: ["tickets", search], queryFn: ({ signal }) => findTickets(search, signal), placeholderData: keepPreviousData, enabled });

export const useTicket = (id: string) =>
  useQuery({ queryKey: ["tickets", "one", id], queryFn: () => answer(client.GET("/api/tickets/{ticket_id}", { params: { path: { ticket_id: id } } })), enabled: id !== "" });

/** A person's word on a field of a ticket; null means unknown (or no duplicate). */
export function useCorrect() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, field, value }: { id: string; field: string; value: string | null }) =>
      answer(client.PATCH("/api/tickets/{ticket_id}/labels", { params: { path: { ticket_id: id } }, body: { field, value } })),
    onSuccess: (detail, { id }) => {
      queries.setQueryData(["tickets", "one", id], detail);
      return queries.invalidateQueries({ queryKey: ["tickets"] });
    },
  });
}

export const useTaxonomy = () => useQuery({ queryKey: ["taxonomy"], queryFn: () => answer(client.GET("/api/taxonomy")), staleTime: 5 * 60_000 });
