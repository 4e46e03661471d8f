/** What every page needs to know of the installation: its time zone, and the map's approval number. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { today } from "../format";
import { client, read } from "./client";

export interface Installation {
  version: string;
  timezone: string;
  map_approval_number: string;
  /** The last moment that the data knows of; null while there is none. */
  data_until: string | null;
  /** The dimensions that tickets have values of, and whether units in service are known. */
  recorded: { dimensions: string[]; exposure: boolean };
}

export const installation = queryOptions({
  queryKey: ["installation"],
  queryFn: () => read<Installation>(client.GET("/api/installation")),
  staleTime: Infinity,
});

export const useInstallation = () => useQuery(installation);

/** Today in the company's zone, as 2026-03-05. */
export function useToday(): string {
  const { data } = useInstallation();
  return today(data?.timezone ?? "Asia/Shanghai");
}
