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

interface Answered {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** The body of an answer as the description types it, or the server's refusal as a Problem: `answer(client.GET("/api/forecast"))`. */
export async function answer<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<NonNullable<T>> {
  const { data, error, response } = await asked;
  if (response.ok && data !== undefined && data !== null) return data;
  if (response.status === 401 && !response.url.endsWith("/api/session")) onLoggedOut();
  throw Problem.of(response.status, error);
}

/** A request whose answer has no body. */
export async function done(asked: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await asked;
  if (response.ok) return;
  if (response.status === 401) onLoggedOut();
  throw Problem.of(response.status, error);
}

/** The body of an answer whose route has no type yet; goes when all have one. */
export async function read<T>(asked: Promise<Answered>): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  if (response.status === 401 && !response.url.endsWith("/api/session")) onLoggedOut();
  throw Problem.of(response.status, error);
}

/** For what fetch cannot do: an upload with progress. */
export function headers(): Record<string, string> {
  return { "X-CSRF-Token": csrf };
}

/** An answer of a route that the description does not know yet, or whose path is made at run time. */
export async function send<T>(method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, {
    method,
    signal: signal ?? null,
    headers: { ...(method === "GET" ? {} : headers()), ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  const told: unknown = text ? parsed(text) : undefined;
  if (response.ok) return told as T;
  if (response.status === 401 && !path.endsWith("/session")) onLoggedOut();
  throw Problem.of(response.status, told);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
