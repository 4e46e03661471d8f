/** A job that is begun from a page, and watched there. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { isOver, type Job, useJob, useJobs } from "../api/jobs";
import { useRefusal } from "./useRefusal";

/** `kind`: one that somebody else began, or this person before a reload, is shown as well. */
export function useStarted<Result = Record<string, unknown>>(start: () => Promise<Pick<Job, "id">>, kind?: string) {
  const refused = useRefusal();
  const [started, setStarted] = useState<string | null>(null);
  const { data: jobs = [] } = useJobs();
  const others = jobs.find((job) => job.kind === kind && !isOver(job));
  const { data: job } = useJob<Result>(started ?? others?.id);
  const { mutate, isPending } = useMutation({ mutationFn: start, onSuccess: ({ id }) => setStarted(id), onError: refused });
  return { job, running: isPending || (job !== undefined && !isOver(job)), begin: () => mutate() };
}
