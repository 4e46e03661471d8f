/** Reviews of a period, as files. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Language, Words } from "../words";
import { client, read } from "./client";
import type { Job } from "./jobs";

export interface Report {
  id: string;
  title: Words;
  period: { from: string; until: string };
  language: Language;
  made_at: string;
  made_by: string;
}

export const useReports = () => useQuery({ queryKey: ["reports"], queryFn: () => read<Report[]>(client.GET("/api/reports")) });

export const useMakeReport = () =>
  useMutation({ mutationFn: (body: { period: string; language: Language }) => read<Job<{ report: string }>>(client.POST("/api/reports", { body })) });

export function useRemoveReport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => read<void>(client.DELETE("/api/reports/{report_id}", { params: { path: { report_id: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["reports"] }),
  });
}
