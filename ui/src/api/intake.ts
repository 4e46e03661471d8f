/** Files on their way in: uploads and a look at them, sources with their mappings, batches, quality. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, done, headers } from "./client";
import { Problem } from "./problem";
import type { Schema } from "./types";

export type Upload = Schema<"UploadResponse">;
export type Target = Schema<"TargetResponse">;
/** By the fact that a table holds: tickets, events, … */
export type Targets = Record<string, Target[]>;
export type PreviewColumn = Schema<"ColumnResponse">;
export type RowProblem = Schema<"ProblemResponse">;
export type PreviewTable = Schema<"TablePreviewResponse">;
export type Preview = Schema<"PreviewResponse">;
export type TableMapping = Schema<"TableMappingResponse">;
export type Mapping = Schema<"MappingResponse">;
export type Source = Schema<"SourceResponse">;
export type Batch = Schema<"BatchResponse">;
export type RuleCount = Schema<"RuleCountResponse">;
export type RowProblems = Schema<"ProblemPage">;
export type Quality = Schema<"QualityResponse">;

export const PROBLEMS_LIMIT = 500;

export const useSources = () => useQuery({ queryKey: ["intake", "sources"], queryFn: () => answer(client.GET("/api/sources")) });
export const useBatches = (limit: number, offset: number) =>
  useQuery({ queryKey: ["intake", "batches", limit, offset], queryFn: () => answer(client.GET("/api/batches", { params: { query: { limit, offset } } })), placeholderData: keepPreviousData });
export const useQuality = () => useQuery({ queryKey: ["intake", "quality"], queryFn: () => answer(client.GET("/api/quality")) });
export const useFields = () => useQuery({ queryKey: ["intake", "fields"], queryFn: () => answer(client.GET("/api/fields")), staleTime: Infinity });

export const useMapping = (source: string) =>
  useQuery({
    queryKey: ["intake", "mapping", source],
    queryFn: () => answer(client.GET("/api/sources/{source}/mapping", { params: { path: { source } } })),
    enabled: source !== "",
  });

export function useSaveMapping(source: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mapping: Mapping) => answer(client.PUT("/api/sources/{source}/mapping", { params: { path: { source } }, body: mapping })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["intake"] }),
  });
}

export const rowProblems = (batch: string, rule: string, limit: number, offset: number) =>
  answer(client.GET("/api/batches/{batch_id}/problems", { params: { path: { batch_id: batch }, query: { ...(rule && { rule }), limit, offset } } }));

export const useRowProblems = (batch: string, rule: string, limit: number, offset: number) =>
  useQuery({ queryKey: ["intake", "problems", batch, rule, limit, offset], queryFn: () => rowProblems(batch, rule, limit, offset), placeholderData: keepPreviousData });

/** A look at an upload: as which source, and with which corrections. */
export const usePreview = (id: string, source: string, mapping: Mapping | null) =>
  useQuery({
    queryKey: ["intake", "preview", id, source, mapping],
    queryFn: ({ signal }) =>
      answer(client.POST("/api/uploads/{upload_id}/preview", { params: { path: { upload_id: id } }, body: { source: source || null, mapping }, signal })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

export const dropUpload = (upload: string) => done(client.DELETE("/api/uploads/{upload_id}", { params: { path: { upload_id: upload } } }));
export const startImport = (body: { upload: string; source: string; mapping: Mapping | null }) => answer(client.POST("/api/imports", { body: { ...body, scan: true } }));
export const undoBatch = (batch: string) => answer(client.POST("/api/batches/{batch_id}/undo", { params: { path: { batch_id: batch } } }));

/** Send a file. fetch says nothing of how much has gone, so this is done the old way. */
export function sendFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("file", file);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => event.lengthComputable && onProgress(event.loaded / event.total));
    request.addEventListener("load", () => (request.status < 300 ? resolve(request.response) : reject(Problem.of(request.status, request.response))));
    request.addEventListener("error", () => reject(Problem.from(new TypeError("network"))));
    request.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.open("POST", "/api/uploads");
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.send(form);
  });
}
