import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Job } from "../api/jobs";
import { useStarted } from "./useStarted";

const job = (given: Partial<Job>): Job => ({
  id: "a", kind: "topics", title: { zh: "归纳话题", en: "Find topics" }, state: "running", done: 0.2, message: null, result: null, error: null,
  made_at: "2026-03-02T09:00:00", started_at: null, ended_at: null, by: "somebody", ...given,
});

/** A server that knows these jobs. */
function serve(jobs: Job[]): void {
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    const one = jobs.find(({ id }) => pathname === `/api/jobs/${id}`);
    return Response.json(pathname === "/api/jobs" ? { items: jobs, total: jobs.length, next: null } : one);
  });
}

function follow(jobs: Job[], kind?: string) {
  serve(jobs);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
  const hook = renderHook(() => useStarted(async () => job({ id: "mine" }), kind), { wrapper });
  /** What the server's events do with a changed job. */
  const push = (changed: Job) => act(async () => {
    queries.setQueryData(["job", changed.id], changed);
    queries.setQueryData<Job[]>(["jobs"], (known = []) => [changed, ...known.filter(({ id }) => id !== changed.id)]);
    await new Promise((later) => setTimeout(later));
  });
  return { hook, push, queries };
}

afterEach(() => vi.unstubAllGlobals());

describe("a job of the kind that a button begins", () => {
  it("is followed to its end when somebody else began it", async () => {
    const { hook, push } = follow([job({ id: "other", kind: "scan" }), job({ id: "theirs" })], "topics");
    await waitFor(() => expect(hook.result.current.job?.id).toBe("theirs"));
    expect(hook.result.current.running).toBe(true);
    await push(job({ id: "theirs", state: "done", done: 1 }));
    expect([hook.result.current.job?.state, hook.result.current.running]).toEqual(["done", false]);
  });

  it("is followed when it begins later, and after one that is over", async () => {
    const { hook, push, queries } = follow([job({ id: "old", state: "done" })], "topics");
    await waitFor(() => expect(queries.getQueryData(["jobs"])).toHaveLength(1));
    expect(hook.result.current.job).toBeUndefined();
    for (const id of ["second", "third"]) {
      await push(job({ id }));
      await waitFor(() => expect(hook.result.current.job?.id).toBe(id));
      await push(job({ id, state: "done" }));
    }
    expect(hook.result.current.running).toBe(false);
  });

  it("stays followed while it runs, whichever changes last", async () => {
    const { hook, push } = follow([job({ id: "mine" })], "topics");
    await act(async () => hook.result.current.begin());
    await waitFor(() => expect(hook.result.current.job?.id).toBe("mine"));
    await push(job({ id: "theirs" }));
    expect(hook.result.current.job?.id).toBe("mine");
  });

  it("is nobody else's where the button has no kind", async () => {
    const { hook, queries } = follow([job({ id: "theirs" })]);
    await waitFor(() => expect(queries.getQueryData(["jobs"])).toHaveLength(1));
    expect([hook.result.current.job, hook.result.current.running]).toEqual([undefined, false]);
  });
});
