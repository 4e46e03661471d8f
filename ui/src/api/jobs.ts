/** Work that outlives a request: its state comes by server-sent events. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Words } from "../words";
import { client, read } from "./client";

export interface Job<Result = Record<string, unknown>> {
  id: string;
  kind: string;
  title: Words;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  /** The share that is done, 0 to 1. */
  done: number;
  message: Words | null;
  result: Result | null;
  error: (Words & { code: string }) | null;
  made_at: string;
  started_at: string | null;
  ended_at: string | null;
  by: string;
}

/** What an import came to. */
export interface Imported {
  batch: string;
  rows: number;
  tickets: number;
  events: number;
  problems: number;
  unchanged: boolean;
}

export const isOver = (job: Pick<Job, "state">): boolean => job.state !== "waiting" && job.state !== "running";

const JOBS = ["jobs"];

/** What an ended job may have changed: everything that was computed from the facts. */
const COMPUTED = ["session", "metrics", "jobs", "job"];

/** Listen to the server's events. The shell does this once; everybody else asks `useJob` or `useJobs`. */
export function useEvents(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const source = new EventSource("/api/events");
    source.addEventListener("job", (event) => {
      const job = JSON.parse((event as MessageEvent<string>).data) as Job;
      queries.setQueryData(["job", job.id], job);
      queries.setQueryData<Job[]>(JOBS, (known = []) => [job, ...known.filter((other) => other.id !== job.id)]);
      if (isOver(job)) void queries.invalidateQueries({ predicate: (query) => !COMPUTED.includes(String(query.queryKey[0])) });
    });
    // Changes may have passed by while the line was down.
    source.addEventListener("open", () => void queries.invalidateQueries({ queryKey: JOBS }));
    return () => source.close();
  }, [queries]);
}

export const useJobs = () => useQuery({ queryKey: JOBS, queryFn: () => read<Job[]>(client.GET("/api/jobs")), staleTime: 60_000 });

/** One job, live. Events feed it; it is asked for now and then as well, in case one was missed. */
export const useJob = <Result = Record<string, unknown>>(id: string | null | undefined) =>
  useQuery({
    queryKey: ["job", id],
    queryFn: () => read<Job<Result>>(client.GET("/api/jobs/{job_id}", { params: { path: { job_id: id ?? "" } } })),
    enabled: Boolean(id),
    refetchInterval: (query) => (query.state.data && isOver(query.state.data) ? false : 5000),
  });

export const cancelJob = (id: string) => read<Job>(client.DELETE("/api/jobs/{job_id}", { params: { path: { job_id: id } } }));
