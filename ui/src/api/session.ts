/** Who is logged in, and what they may do. */
import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Language, setLanguage } from "../words";
import { client, read, takeToken } from "./client";

export interface Person {
  id: string;
  login: string;
  name: string;
  role: string;
  language: Language;
  permissions: string[];
}

export interface Session {
  user: Person | null;
  csrf: string | null;
  first_run: boolean;
}

export const session = queryOptions({
  queryKey: ["session"],
  queryFn: async () => keep(await read<Session>(client.GET("/api/session"))),
  staleTime: 5 * 60_000,
});

function keep(found: Session): Session {
  takeToken(found.csrf);
  return found;
}

/** The person who is logged in; only inside the shell, where there is one. */
export function usePerson(): Person {
  const { data } = useQuery(session);
  if (!data?.user) throw new Error("usePerson outside the shell");
  return data.user;
}

/** `const may = useMay(); may("problem.write")`. */
export function useMay(): (permission: string) => boolean {
  const person = usePerson();
  return (permission) => person.permissions.includes(permission);
}

/** What one person saw is not for the next. */
function forget(queries: QueryClient): void {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
}

/** Open a session with the answer of a login. */
function useOpened() {
  const queries = useQueryClient();
  return (opened: Session) => {
    forget(queries);
    queries.setQueryData(session.queryKey, keep(opened));
    if (opened.user) setLanguage(opened.user.language);
  };
}

export function useLogIn() {
  const opened = useOpened();
  return useMutation({
    mutationFn: (body: { login: string; password: string }) => read<Session>(client.POST("/api/session", { body })),
    onSuccess: opened,
  });
}

export function useFirstAdmin() {
  const opened = useOpened();
  return useMutation({
    mutationFn: (body: { token: string; login: string; name: string; password: string; language: Language }) => read<Session>(client.POST("/api/first-admin", { body })),
    onSuccess: opened,
  });
}

export function useLogOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => read<void>(client.DELETE("/api/session")),
    onSuccess: () => {
      queries.setQueryData(session.queryKey, keep({ user: null, csrf: null, first_run: false }));
      forget(queries);
    },
  });
}
