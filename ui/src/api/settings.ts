/** Users, settings, checks, the audit, the taxonomy. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Language, Words } from "../words";
import { client, read, send } from "./client";
import type { Person } from "./session";

export interface User extends Person {
  active: boolean;
  made_at: string;
  last_login_at: string | null;
}

export interface Setting {
  name: string;
  value: unknown;
  environment: string;
  about: string;
}

export interface Check {
  key: string;
  title: Words;
  state: "fine" | "advice" | "wrong";
  found: string;
  todo: Words | null;
}

export interface AuditLine {
  id: number;
  at: string;
  login: string | null;
  what: string;
  status: number;
  address: string;
}

export interface Fault {
  key: string;
  title: Words;
  severity: string;
  words: string[];
}

export interface FaultType {
  key: string;
  title: Words;
  kind: string;
  faults: Fault[];
}

export interface Taxonomy {
  version: number;
  types: FaultType[];
  [more: string]: unknown;
}

export const useSettings = () => useQuery({ queryKey: ["settings"], queryFn: () => read<Setting[]>(client.GET("/api/settings")) });
export const useChecks = () => useQuery({ queryKey: ["doctor"], queryFn: () => read<Check[]>(client.GET("/api/doctor")) });
export const useRoles = () => useQuery({ queryKey: ["roles"], queryFn: () => read<{ key: string; title: Words }[]>(client.GET("/api/roles")), staleTime: Infinity });
export const useUsers = () => useQuery({ queryKey: ["users"], queryFn: () => read<User[]>(client.GET("/api/users")) });
export const useTaxonomy = () => useQuery({ queryKey: ["taxonomy"], queryFn: () => read<Taxonomy>(client.GET("/api/taxonomy")) });

const PAGE = 100;

export const useAudit = () =>
  useInfiniteQuery({
    queryKey: ["audit"],
    queryFn: ({ pageParam }) => read<AuditLine[]>(client.GET("/api/audit", { params: { query: { limit: PAGE, before: pageParam } } })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
  });

export interface UserGiven {
  login: string;
  name: string;
  role: string;
  language: Language;
  password: string;
}

export function useSaveUser() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...given }: Partial<UserGiven> & { id?: string; active?: boolean }) =>
      send<User>(id ? "PATCH" : "POST", id ? `/api/users/${id}` : "/api/users", given),
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => ["users", "people", "session"].includes(String(queryKey[0])) }),
  });
}

export function useSaveMe() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: { name?: string; language?: Language; old_password?: string; password?: string }) => read<Person>(client.PATCH("/api/me", { body: given })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["session"] }),
  });
}

export function useSaveTaxonomy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (taxonomy: Taxonomy) => read<Taxonomy>(client.PUT("/api/taxonomy", { body: taxonomy })),
    onSuccess: (saved) => queries.setQueryData(["taxonomy"], saved),
  });
}
