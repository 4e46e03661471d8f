/** Process mining: the map, handovers and ping-pong between teams, conformance, slow tickets, and remaining times. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { Schema } from "./types";

export type ProcessMap = Schema<"ProcessMapResponse">;
/** What names a step: the product's activity, the source's own word, or the team that had the ticket. */
export type By = ProcessMap["by"];
export type Step = Schema<"NodeResponse">;
export type Edge = Schema<"EdgeResponse">;
export type Variant = Schema<"VariantResponse">;
export type Subgroup = Schema<"SubgroupResponse">;
export type Handovers = Schema<"HandoversResponse">;
export type Handover = Schema<"HandoverResponse">;
export type PingPong = Schema<"PingPongResponse">;
export type Return = Schema<"ReturnResponse">;
export type Conformance = Schema<"ConformanceResponse">;
export type Deviation = Schema<"DeviationResponse">;
export type OpenTicketRisk = Schema<"OpenTicketRiskResponse">;
export type AtRiskTicket = Schema<"AtRiskTicketResponse">;
export type RemainingTime = Schema<"RemainingTimeResponse">;
export type EdgeTickets = Schema<"EdgeTicketPage">;
export type RowTickets = Schema<"Page_TimedTicket_"> | Schema<"Page_StepTicket_">;

/** A row of the page whose tickets can be opened. */
export type Row = { deviation: Deviation } | { variant: string[] } | { step: string };

/** Which tickets the process is asked about. */
export interface ProcessQuery {
  where: string[];
  period: string;
}

export interface Hop {
  source: string;
  target: string;
}

const LIMIT = 50;
const FRESH = { placeholderData: keepPreviousData, staleTime: 5 * 60_000 };

const only = ({ where, period }: ProcessQuery): ProcessQuery => ({ where, period });

export function useProcessMap(tickets: ProcessQuery, by: string) {
  const query = { ...only(tickets), by };
  return useQuery({ queryKey: ["process", "map", query], queryFn: ({ signal }) => answer(client.GET("/api/process", { params: { query }, signal })), ...FRESH });
}

export function usePingPong(tickets: ProcessQuery) {
  const query = only(tickets);
  return useQuery({ queryKey: ["process", "ping-pong", query], queryFn: ({ signal }) => answer(client.GET("/api/process/ping-pong", { params: { query }, signal })), ...FRESH });
}

export function useHandovers(tickets: ProcessQuery) {
  const query = only(tickets);
  return useQuery({ queryKey: ["process", "handovers", query], queryFn: ({ signal }) => answer(client.GET("/api/process/handovers", { params: { query }, signal })), ...FRESH });
}

export function useSlowTickets(tickets: ProcessQuery) {
  const query = only(tickets);
  return useQuery({ queryKey: ["process", "slow", query], queryFn: ({ signal }) => answer(client.GET("/api/process/slow-tickets", { params: { query }, signal })), ...FRESH });
}

export function useConformance(tickets: ProcessQuery, by: By) {
  const query = { ...only(tickets), by };
  return useQuery({ queryKey: ["process", "conformance", query], queryFn: ({ signal }) => answer(client.GET("/api/process/conformance", { params: { query }, signal })), ...FRESH });
}

export function useEdgeTickets(tickets: ProcessQuery, by: By, { source, target }: Hop, offset: number) {
  const query = { ...only(tickets), by, source, target, limit: LIMIT, offset };
  return useQuery({ queryKey: ["process", "edge", query], queryFn: ({ signal }) => answer(client.GET("/api/process/edges/tickets", { params: { query }, signal })), ...FRESH });
}

/** The tickets of a row: of a deviation or a variant with the hours that they took, of a step with its occurrences. */
export function useRowTickets(tickets: ProcessQuery, by: By, row: Row, offset: number) {
  const query = { ...only(tickets), by, limit: LIMIT, offset };
  return useQuery({ queryKey: ["process", "row", row, query], queryFn: ({ signal }) => rowTickets(row, query, signal), ...FRESH });
}

type PageQuery = ProcessQuery & { by: By; limit: number; offset: number };

function rowTickets(row: Row, page: PageQuery, signal: AbortSignal): Promise<RowTickets> {
  if ("variant" in row) return answer(client.GET("/api/process/variants/tickets", { params: { query: { ...page, step: row.variant } }, signal }));
  if ("step" in row) return answer(client.GET("/api/process/steps/tickets", { params: { query: { ...page, step: row.step } }, signal }));
  const { kind, step } = row.deviation;
  return answer(client.GET("/api/process/deviations/tickets", { params: { query: { ...page, kind, step } }, signal }));
}

export function useOpenTicketRisk(tickets: ProcessQuery, by: By) {
  const query = { ...only(tickets), by };
  return useQuery({ queryKey: ["process", "remaining", query], queryFn: ({ signal }) => answer(client.GET("/api/process/remaining-time", { params: { query }, signal })), ...FRESH });
}

export function useRemainingTime(ticket_id: string, enabled: boolean) {
  return useQuery({
    queryKey: ["process", "remaining", ticket_id],
    queryFn: ({ signal }) => answer(client.GET("/api/process/remaining-time/{ticket_id}", { params: { path: { ticket_id } }, signal })),
    staleTime: FRESH.staleTime,
    enabled,
  });
}

/** Put a reference model in force, or with no text take back what was stated. */
export function useStateReferenceModel() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ text, by }: { text: string | null; by: By }) =>
      text === null
        ? answer(client.DELETE("/api/process/reference-model", { params: { query: { by } } }))
        : answer(client.PUT("/api/process/reference-model", { body: { text, by } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["process"] }),
  });
}
