/** A job that is begun from a page, and watched there. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { isOver, type JobOf, useJob, useJobs } from "../api/jobs";
import { useRefusal } from "./useRefusal";

/** `kind`: one that somebody else began, or this person before a reload, is followed as well, to its end. */
export function useStarted<Result>(start: () => Promise<JobOf<Result>>, kind?: string) {
  const refused = useRefusal();
  const [followed, follow] = useState<string | null>(null);
  const { data: jobs = [] } = useJobs();
  const { data: job } = useJob<Result>(followed);
  const { mutate, isPending } = useMutation({ mutationFn: start, onSuccess: ({ id }) => follow(id), onError: refused });
  // A change of an older one puts that first in the list: what is followed stays followed while it runs.
  const running = jobs.filter((one) => one.kind === kind && !isOver(one));
  const others = running.find(({ id }) => id === followed) ?? running[0];
  const free = followed === null || (job !== undefined && isOver(job));
  if (free && others && others.id !== followed) follow(others.id);
  return { job, running: isPending || (job !== undefined && !isOver(job)), begin: () => mutate() };
}
