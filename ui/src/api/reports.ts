/** Reviews of a period, as files. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, done } from "./client";
import { everything } from "./pages";
import type { Schema } from "./types";

export type Report = Schema<"ReportResponse">;

export const useReports = () =>
  useQuery({ queryKey: ["reports"], queryFn: () => everything((page) => answer(client.GET("/api/reports", { params: { query: page } }))) });

export const useMakeReport = () => useMutation({ mutationFn: (body: Schema<"ReportRequest">) => answer(client.POST("/api/reports", { body })) });

export function useRemoveReport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => done(client.DELETE("/api/reports/{report_id}", { params: { path: { report_id: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["reports"] }),
  });
}
