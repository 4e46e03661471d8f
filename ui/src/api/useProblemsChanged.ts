import { useQueryClient } from "@tanstack/react-query";

/** After anything was decided: lists, details and the signals that name a problem are asked again. */
export function useProblemsChanged() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ predicate: ({ queryKey: [domain] }) => ["problems", "signals", "articles"].includes(String(domain)) });
}
