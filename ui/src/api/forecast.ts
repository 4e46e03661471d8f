/** Tickets to come, and queues with other people. */
import { useQuery } from "@tanstack/react-query";
import type { Words } from "../words";
import type { ChartSpec } from "./charts";
import { send } from "./client";

export const GRAINS = ["week", "day"] as const;
export type Grain = (typeof GRAINS)[number];

export interface Course {
  expected: number[];
  low: number[];
  high: number[];
  total: number;
}

/** Without a `where`: all the smaller ones together. */
export interface SliceForecast extends Course {
  where: Record<string, string>;
  before: number;
}

export interface Forecast {
  grain: Grain;
  cuts: string[];
  until: string;
  steps: string[];
  whole: Course;
  series: SliceForecast[];
  coverage: number | null;
  events: { title: Words; from: string; to: string }[];
  holidays_known_until: string;
  holidays_unknown: boolean;
  chart: ChartSpec;
}

/** `forecast` is null while there is too little history. */
export interface Told {
  known: { days: number; needs: number };
  forecast: Forecast | null;
}

interface Queue {
  waiting: number[];
  doubles: number | null;
  load: number;
}

export interface Staffing {
  team: string;
  people: number;
  waiting: number;
  per_person: number;
  on_duty: number[];
  sentence: Words;
  as_is: Queue;
  changed: Queue;
  chart: ChartSpec;
}

export function useForecast(grain: Grain, days: number, where: string[]) {
  const query = new URLSearchParams([["grain", grain], ["days", String(days)], ...where.map((one) => ["where", one] as [string, string])]).toString();
  return useQuery({ queryKey: ["forecast", query], queryFn: () => send<Told>("GET", `/api/forecast?${query}`) });
}

export function useStaffing(team: string, people: number) {
  const query = new URLSearchParams({ team, people: String(people) }).toString();
  return useQuery({ queryKey: ["forecast", "staffing", query], queryFn: () => send<Staffing>("GET", `/api/forecast/staffing?${query}`), enabled: team !== "" });
}
