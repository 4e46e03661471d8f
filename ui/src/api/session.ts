/** Who is logged in, and what they may do. */
import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { setLanguage } from "../words";
import { answer, client, done, takeToken } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Person = Schemas["PersonResponse"];
export type Session = Schemas["SessionResponse"];

export const session = queryOptions({
  queryKey: ["session"],
  queryFn: async () => keep(await answer(client.GET("/api/session"))),
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
    mutationFn: (body: Schemas["Login"]) => answer(client.POST("/api/session", { body })),
    onSuccess: opened,
  });
}

export function useFirstAdmin() {
  const opened = useOpened();
  return useMutation({
    mutationFn: (body: Schemas["FirstAdmin"]) => answer(client.POST("/api/first-admin", { body })),
    onSuccess: opened,
  });
}

export function useLogOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => done(client.DELETE("/api/session")),
    onSuccess: () => {
      queries.setQueryData(session.queryKey, keep({ user: null, csrf: null, first_run: false }));
      forget(queries);
    },
  });
}
