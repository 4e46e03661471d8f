/** Work that outlives a request: its state comes by server-sent events. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { answer, client } from "./client";
import type { Schema } from "./types";

export type Job = Schema<"JobResponse">;
/** A job whose kind is known by the route that began it. */
export type JobOf<Result> = Omit<Job, "result"> & { result: Result | null };

export type ImportResult = Schema<"BatchResult">;

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
      const job: Job = JSON.parse(event.data);
      queries.setQueryData(["job", job.id], job);
      queries.setQueryData<Job[]>(JOBS, (known = []) => [job, ...known.filter((other) => other.id !== job.id)]);
      if (isOver(job)) void queries.invalidateQueries({ predicate: (query) => !COMPUTED.includes(String(query.queryKey[0])) });
    });
    // Changes may have passed by while the line was down.
    source.addEventListener("open", () => void queries.invalidateQueries({ queryKey: JOBS }));
    return () => source.close();
  }, [queries]);
}

export const useJobs = () => useQuery({ queryKey: JOBS, queryFn: async () => (await answer(client.GET("/api/jobs"))).items, staleTime: 60_000 });

/** One job, live. Events feed it; it is asked for now and then as well, in case one was missed. */
export const useJob = <Result = Job["result"]>(id: string | null | undefined) =>
  useQuery({
    queryKey: ["job", id],
    queryFn: () => answer(client.GET("/api/jobs/{job_id}", { params: { path: { job_id: id ?? "" } } })),
    // One route answers for jobs of all kinds; which result this one has, the route that began it says.
    select: (job) => job as JobOf<Result>,
    enabled: Boolean(id),
    refetchInterval: (query) => (query.state.data && isOver(query.state.data) ? false : 5000),
  });

export const cancelJob = (id: string) => answer(client.POST("/api/jobs/{job_id}/cancel", { params: { path: { job_id: id } } }));
