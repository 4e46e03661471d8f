/** Files on their way in: uploads and a look at them, sources with their mappings, batches, quality. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Words } from "../words";
import { headers, send } from "./client";
import type { Job } from "./jobs";
import { Problem } from "./problem";

export interface Upload {
  id: string;
  name: string;
  bytes: number;
  connector: { key: string; title: Words };
}

/** What a column may be taken for. */
export interface Target {
  key: string;
  title: Words;
  kind: "text" | "integer" | "number" | "time" | "date" | "flag" | "map";
  needed: boolean;
}

/** By the fact that a table holds: tickets, events, … */
export type Targets = Record<string, Target[]>;

export interface PreviewColumn {
  column: string;
  target: string | null;
  /** How surely, 0 to 1. */
  confidence: number;
  why: Words;
  samples: string[];
}

export interface RowProblem {
  line: number;
  table?: string;
  column: string | null;
  value: string | null;
  rule: string;
  title?: Words;
  reason: Words;
}

export interface PreviewTable {
  name: string;
  fact: string;
  fact_title: Words;
  known: boolean;
  missing: { key: string; title: Words }[];
  columns: PreviewColumn[];
  rows: string[][];
  row_numbers: number[];
  problems: RowProblem[];
  notes: (Words & { column: string | null; rule: string })[];
  formats: Record<string, string>;
}

export interface Preview {
  id: string;
  name: string;
  source: string;
  connector: string;
  /** A saved template of the source is used. */
  known_mapping: boolean;
  tables: PreviewTable[];
  targets: Targets;
}

export interface TableMapping {
  name: string;
  fact: string;
  columns: Record<string, string | null>;
  formats: Record<string, string>;
}

export interface Mapping {
  connector: string;
  tables: TableMapping[];
}

export interface Source {
  source: string;
  connector: string | null;
  connector_title: Words | null;
  batches: number;
  tickets: number;
  last_at: string | null;
  last_ticket_at: string | null;
  silent_days: number | null;
  mapping: boolean;
}

export interface Batch {
  id: string;
  source: string;
  file: string;
  sha256: string;
  connector: string;
  state: "running" | "done" | "failed" | "undone";
  by: string;
  at: string;
  rows: number;
  tickets: number;
  events: number;
  problems: number;
  facts: Record<string, number>;
  undone_at: string | null;
}

export interface RuleCount {
  rule: string;
  title: Words;
  n: number;
}

export interface RowProblems {
  total: number;
  by_rule: RuleCount[];
  rows: RowProblem[];
}

export interface Quality {
  by_rule: RuleCount[];
  fields: { field: string; title: Words; filled: number | null; n: number }[];
  unclassified: { n: number; share: number | null };
  sources: { source: string; from: string; until: string; days: number; lasts: boolean }[];
}

/** What an import came to. */
export interface Imported {
  batch: string;
  rows: number;
  tickets: number;
  events: number;
  problems: number;
  unchanged: boolean;
}

export const PROBLEMS_LIMIT = 1000;

export const useSources = () => useQuery({ queryKey: ["intake", "sources"], queryFn: () => send<Source[]>("GET", "/api/sources") });
export const useBatches = () => useQuery({ queryKey: ["intake", "batches"], queryFn: () => send<Batch[]>("GET", "/api/batches") });
export const useQuality = () => useQuery({ queryKey: ["intake", "quality"], queryFn: () => send<Quality>("GET", "/api/quality") });
export const useFields = () => useQuery({ queryKey: ["intake", "fields"], queryFn: () => send<Targets>("GET", "/api/fields"), staleTime: Infinity });

const mappingOf = (source: string) => `/api/sources/${encodeURIComponent(source)}/mapping`;

export const useMapping = (source: string) =>
  useQuery({ queryKey: ["intake", "mapping", source], queryFn: () => send<Mapping>("GET", mappingOf(source)), enabled: source !== "" });

export function useSaveMapping(source: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mapping: Mapping) => send<Mapping>("PUT", mappingOf(source), mapping),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["intake"] }),
  });
}

export const rowProblems = (batch: string, rule: string, limit: number, offset: number) =>
  send<RowProblems>("GET", `/api/batches/${batch}/problems?${new URLSearchParams({ ...(rule && { rule }), limit: `${limit}`, offset: `${offset}` })}`);

export const useRowProblems = (batch: string, rule: string, limit: number, offset: number) =>
  useQuery({ queryKey: ["intake", "problems", batch, rule, limit, offset], queryFn: () => rowProblems(batch, rule, limit, offset), placeholderData: keepPreviousData });

/** A look at an upload: as which source, and with which corrections. */
export const usePreview = (id: string, source: string, mapping: Mapping | null) =>
  useQuery({
    queryKey: ["intake", "preview", id, source, mapping],
    queryFn: ({ signal }) => send<Preview>("POST", `/api/uploads/${id}/preview`, { ...(source && { source }), ...(mapping && { mapping }) }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

export const dropUpload = (upload: string) => send<void>("DELETE", `/api/uploads/${upload}`);
export const startImport = (body: { upload: string; source: string; mapping: Mapping | null }) => send<Job<Imported>>("POST", "/api/imports", body);
export const undoBatch = (batch: string) => send<Job>("POST", `/api/batches/${batch}/undo`);

/** Send a file. fetch tells nothing of how much has gone, so this is done the old way. */
export function sendFile(file: File, tell: (share: number) => void, signal: AbortSignal): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("file", file);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => event.lengthComputable && tell(event.loaded / event.total));
    request.addEventListener("load", () => (request.status < 300 ? resolve(request.response as Upload) : reject(Problem.of(request.status, request.response))));
    request.addEventListener("error", () => reject(Problem.from(new TypeError("network"))));
    request.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.open("POST", "/api/uploads");
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.send(form);
  });
}
