/** Resolved cases like a ticket or a problem. */
import { useQuery } from "@tanstack/react-query";
import { answer, client } from "./client";

export const useSimilarCases = (query: { ticket: string } | { problem: string }) =>
  useQuery({
    queryKey: ["topics", "similar", query],
    queryFn: () => answer(client.GET("/api/similar-cases", { params: { query } })),
  });
