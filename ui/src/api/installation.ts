/** What every page needs to know of the installation: its time zone, and the map's approval number. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { today } from "../format";
import { answer, client } from "./client";
import type { components } from "./schema";

export type Installation = components["schemas"]["Installation"];

export const installation = queryOptions({
  queryKey: ["installation"],
  queryFn: () => answer(client.GET("/api/installation")),
  staleTime: Infinity,
});

export const useInstallation = () => useQuery(installation);

/** Today in the company's zone, as 2026-03-05. */
export function useToday(): string {
  const { data } = useInstallation();
  return today(data?.timezone ?? "Asia/Shanghai");
}
