/** The one way to the server. Paths, parameters and answers are those of its description. */
import createClient from "openapi-fetch";
import { Problem } from "./problem";
import type { paths } from "./schema";

let csrf = "";
let onLoggedOut = () => {};

/** Requests that change something carry this token; it comes with the session. */
export function takeToken(token: string | null | undefined): void {
  csrf = token ?? "";
}

/** What to do when the server says that nobody is logged in any more. */
export function whenLoggedOut(then: () => void): void {
  onLoggedOut = then;
}

// Asked for at each request, so that a test can put another in its place.
export const client = createClient<paths>({ baseUrl: window.location.origin, fetch: (request) => globalThis.fetch(request) });

client.use({
  onRequest({ request }) {
    if (request.method !== "GET") request.headers.set("X-CSRF-Token", csrf);
    return request;
  },
});

/** The body of an answer as the description types it, or the server's refusal as a Problem: `answer(client.GET("/api/forecast"))`. */
export async function answer<T>(request: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<NonNullable<T>> {
  const { data, error, response } = await request;
  if (response.ok && data !== undefined && data !== null) return data;
  if (response.status === 401 && !response.url.endsWith("/api/session")) onLoggedOut();
  throw Problem.of(response.status, error);
}

/** A request whose answer has no body. */
export async function done(request: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await request;
  if (response.ok) return;
  if (response.status === 401 && !response.url.endsWith("/api/session")) onLoggedOut();
  throw Problem.of(response.status, error);
}

/** For what fetch cannot do: an upload with progress. */
export function headers(): Record<string, string> {
  return { "X-CSRF-Token": csrf };
}
