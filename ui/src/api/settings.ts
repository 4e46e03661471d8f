/** Users, settings, checks, the audit, the taxonomy. Access tokens have a file of their own. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type User = Schemas["UserResponse"];
export type Setting = Schemas["Setting"];
export type Check = Schemas["CheckResponse"];
export type AuditLine = Schemas["AuditLineResponse"];

export type Taxonomy = Schemas["TaxonomyResponse"];
export type FaultType = Taxonomy["types"][number];
export type Fault = FaultType["faults"][number];

export const useSettings = () => useQuery({ queryKey: ["settings"], queryFn: () => answer(client.GET("/api/settings")) });
export const useChecks = () => useQuery({ queryKey: ["doctor"], queryFn: () => answer(client.GET("/api/doctor")) });
export const useRoles = () => useQuery({ queryKey: ["roles"], queryFn: () => answer(client.GET("/api/roles")), staleTime: Infinity });
export const useUsers = () => useQuery({ queryKey: ["users"], queryFn: () => answer(client.GET("/api/users")) });
export const useTaxonomy = () => useQuery({ queryKey: ["taxonomy"], queryFn: () => answer(client.GET("/api/taxonomy")) });

const PAGE = 100;

export const useAudit = () =>
  useInfiniteQuery({
    queryKey: ["audit"],
    queryFn: ({ pageParam }) => answer(client.GET("/api/audit", { params: { query: { limit: PAGE, offset: pageParam } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  });

/** A new user has no id yet; of one that has, only what changes is given. */
export type UserGiven = Schemas["NewUser"] | ({ id: string } & Schemas["UserChange"]);

export function useSaveUser() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: UserGiven) => {
      if (!("id" in given)) return answer(client.POST("/api/users", { body: given }));
      const { id, ...body } = given;
      return answer(client.PATCH("/api/users/{user_id}", { params: { path: { user_id: id } }, body }));
    },
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => ["users", "people", "session"].includes(String(queryKey[0])) }),
  });
}

export function useSaveMe() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["MyChange"]) => answer(client.PATCH("/api/me", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["session"] }),
  });
}

export function useSaveTaxonomy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (taxonomy: Taxonomy) => answer(client.PUT("/api/taxonomy", { body: taxonomy })),
    onSuccess: (saved) => queries.setQueryData(["taxonomy"], saved),
  });
}
