/** Where the process loses time: the map, what bounces between teams, what sets slow tickets apart. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Words } from "../words";
import { send } from "./client";
import type { TicketRow } from "./problems";

/** What a step is told by: the product's words, the source's, or the team that had the ticket. */
export type By = "activity" | "step" | "team";

export interface Step {
  name: string;
  title: Words;
  n: number;
  /** In how many tickets it is. */
  tickets: number;
  /** How often it was done beyond the first time. */
  again: number;
  starts: number;
  ends: number;
  /** The ticket is solved after it. */
  done: boolean;
}

export interface Edge {
  source: string;
  target: string;
  n: number;
  hours: number;
  mean_hours: number;
  worked_hours: number;
  share: number;
  /** Its part of all waiting before the solution; none after it. */
  open_share: number | null;
}

export interface ProcessMap {
  by: By;
  tickets: number;
  asked: number;
  hours: number;
  open_hours: number;
  worked_hours: number;
  working_hours: string;
  holidays_until: string | null;
  sentence: Words;
  nodes: Step[];
  edges: Edge[];
  bottlenecks: Edge[];
  variants: { steps: string[]; tickets: number; share: number; hours: number }[];
  variants_of: number;
}

/** A slice in which marked tickets are more than their part. */
export interface Apart {
  where: Record<string, string>;
  marked: number;
  expected: number;
  share: number;
  ratio: number;
  low: number;
  high: number;
  sentence: Words;
}

export interface PingPong {
  tickets: number;
  bounced: number;
  returns: number;
  round_hours: number;
  lost: { hours: number; low: number; high: number; n: number; of: number };
  senders: { by: string; to: string; returns: number; tickets: number; hours: number }[];
  about: Apart[];
  sentence: Words;
}

/** What one team hands to another; back, on, solved and left are shares of what came next. */
export interface HandOff {
  source: string;
  target: string;
  n: number;
  share: number;
  tickets: number;
  hours: number;
  mean_hours: number | null;
  back: number;
  on: number;
  solved: number;
  left: number;
}

export interface HandOffs {
  tickets: number;
  moved: number;
  times: number;
  /** Where tickets are dispatched from: a queue or a system, no team. */
  doors: string[];
  hand_offs: HandOff[];
  sentence: Words;
}

/** Hours beyond what tickets like them took: in all with its interval, and a ticket; unknown where none could be compared. */
export interface Longer {
  hours: number | null;
  low: number | null;
  high: number | null;
  each: number | null;
  n: number;
  of: number;
}

export type DeviationKind = "unknown" | "again" | "order" | "skipped";

export interface Deviation {
  kind: DeviationKind;
  step: string;
  title: Words;
  tickets: number;
  share: number;
  times: number;
  longer: Longer;
}

export interface Conformance {
  by: By;
  /** Somebody stated the standard; else it is derived from the most frequent ways. */
  stated: boolean;
  /** As it is written, in the titles of each language. */
  standard: Words;
  tickets: number;
  conforming: number;
  longer: Longer;
  deviations: Deviation[];
  of: number;
  sentence: Words;
}

/** Behind a row of the page: those of a deviation or a way with the hours that they took, those of a step with its times. */
export interface Behind {
  total: number;
  rows: (TicketRow & { taken_hours?: number | null; times?: number })[];
}

/** What tickets are asked for. */
export type Row = { deviation: Deviation } | { way: string[] } | { step: string };

/** An open ticket: how likely it is to be open at its limit, and the hours that remain; unknown beyond what is on record. */
export type LateTicket = TicketRow & { source: string; team: string | null; resolution_due_at: string; likely: number; low: number | null; mid: number | null; high: number | null };

export interface Remaining {
  open: number;
  over: number;
  unlimited: number;
  /** Open tickets of sources that never say when a ticket ended: nothing is told of them. */
  silent: number;
  expected: number;
  covers: number;
  /** The part of later outcomes that such intervals held, and of how many tickets. */
  held: number | null;
  checked: number;
  late: LateTicket[];
  sentence: Words;
}

/** What remains of one open ticket, in hours, and what that is told from; without `mid`, the reason why it cannot be told. */
export interface TicketRemaining {
  ticket_id: string;
  mid: number | null;
  low: number | null;
  high: number | null;
  n: number | null;
  /** How likely it is to be open at its limit; none without one, or after it. */
  likely: number | null;
  covers: number;
  held: number | null;
  checked: number;
  due: string | null;
  /** Since when it stands at its step; none before its first. */
  since: string | null;
  step: Words | null;
  code: string | null;
  reason: Words | null;
  basis: Words | null;
  sentence: Words;
}

export interface Slow {
  hours: number;
  n: number;
  solved: number;
  suspects: Apart[];
  sentence: Words;
}

export interface EdgeTickets {
  n: number;
  total: number;
  median_hours: number | null;
  p90_hours: number | null;
  rows: (TicketRow & { waited_hours: number })[];
}

export interface Asked {
  where: string[];
  period: string;
}

export interface Hop {
  source: string;
  target: string;
}

type More = Record<string, string | string[]>;

function query({ where, period }: Asked, more: More = {}): string {
  const params = new URLSearchParams({ period });
  for (const [name, values] of Object.entries({ ...more, where })) for (const value of [values].flat()) params.append(name, value);
  return params.toString();
}

const useProcess = <T>(path: string, asked: Asked, more: More = {}, enabled = true) =>
  useQuery({
    queryKey: ["process", path, asked.where, asked.period, more],
    queryFn: ({ signal }) => send<T>("GET", `/api/process${path}?${query(asked, more)}`, undefined, signal),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    enabled,
  });

export const useProcessMap = (asked: Asked, by: string) => useProcess<ProcessMap | null>("", asked, { by });
export const usePingPong = (asked: Asked) => useProcess<PingPong | null>("/ping-pong", asked);
export const useHandOffs = (asked: Asked) => useProcess<HandOffs | null>("/hand-offs", asked);
export const useConformance = (asked: Asked, by: By) => useProcess<Conformance | null>("/conformance", asked, { by });
export const useBehind = (asked: Asked, by: By, row: Row, offset: number) => {
  const [path, which] = placeOf(row);
  return useProcess<Behind>(path, asked, { by, ...which, limit: "50", offset: String(offset) });
};

function placeOf(row: Row): [string, More] {
  if ("way" in row) return ["/tickets/way", { step: row.way }];
  if ("step" in row) return ["/tickets/step", { step: row.step }];
  return ["/conformance/tickets", { kind: row.deviation.kind, step: row.deviation.step }];
}

/** Put a standard process in force; an empty text takes it back. */
export function useStateStandard() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (stated: { text: string; by: By }) => send<{ stated: boolean }>("PUT", "/api/process/standard", stated),
    onSuccess: () => client.invalidateQueries({ queryKey: ["process"] }),
  });
}

export const useRemaining = (asked: Asked, by: By) => useProcess<Remaining | null>("/remaining", asked, { by });
export const useTicketRemaining = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ["process", "/remaining", id],
    queryFn: ({ signal }) => send<TicketRemaining>("GET", `/api/process/remaining/${encodeURIComponent(id)}`, undefined, signal),
    staleTime: 5 * 60_000,
    enabled,
  });
export const useSlow = (asked: Asked) => useProcess<Slow | null>("/slow", asked);
export const useEdgeTickets = (asked: Asked, by: By, hop: Hop, offset: number) =>
  useProcess<EdgeTickets>("/tickets", asked, { by, ...hop, limit: "50", offset: String(offset) });
