/** Tickets to come, and queues with other people. */
import { useQuery } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { Schema } from "./types";

export const GRAINS = ["week", "day"] as const;
export type Grain = (typeof GRAINS)[number];

export type Forecast = Schema<"VolumeForecast">;
export type SliceForecast = Schema<"SliceForecast">;
export type Staffing = Schema<"StaffingResponse">;

export function useForecast(grain: Grain, days: number, where: string[]) {
  const query = { grain, days, where };
  return useQuery({ queryKey: ["forecast", query], queryFn: () => answer(client.GET("/api/forecast", { params: { query } })) });
}

export function useStaffing(team: string, people: number) {
  const query = { team, people };
  return useQuery({
    queryKey: ["forecast", "staffing", query],
    queryFn: () => answer(client.GET("/api/forecast/staffing", { params: { query } })),
    enabled: team !== "",
  });
}
