/** When units fail. */
import { useQuery } from "@tanstack/react-query";
import { answer, client } from "./client";
import { filterText, type Slice } from "./slices";
import type { Schema } from "./types";

export const GROUPINGS = ["batch", "model", "version"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export type Groups = Schema<"GroupsResponse">;
export type Group = Schema<"GroupResponse">;
export type Life = Schema<"LifeResponse">;

export const useGroups = (by: Grouping) =>
  useQuery({ queryKey: ["reliability", by], queryFn: () => answer(client.GET("/api/reliability", { params: { query: { by } } })) });

export function useLife(by: Grouping, group: Slice, where: Slice, cost: string) {
  const query = { by, group: filterText(group), where: filterText(where), ...(cost ? { cost: Number(cost) } : {}) };
  return useQuery({
    queryKey: ["reliability", "life", query],
    queryFn: () => answer(client.GET("/api/reliability/life", { params: { query } })),
    enabled: query.group.length > 0,
  });
}
