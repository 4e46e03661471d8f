/** When units fail. */
import { useQuery } from "@tanstack/react-query";
import type { Words } from "../words";
import type { ChartSpec } from "./charts";
import { send } from "./client";

export const BYS = ["batch", "model", "version"] as const;
export type By = (typeof BYS)[number];
export type Where = Record<string, string>;

export interface Passed {
  month: string;
  rate: number;
  limit: number;
}

export interface Group {
  where: Where;
  units: number;
  failed: number;
  rate: number | null;
  /** By so many months in service this share has failed. */
  by_months: number;
  failed_share: number | null;
  low: number | null;
  high: number | null;
  passed: Passed | null;
}

/** A group and a fault of which it has far more than its like. */
export interface Worn {
  where: Where;
  failed: number;
  expected: number;
  ratio: number;
  begins: { months: number; ratio: number; sentence: Words } | null;
}

export interface Groups {
  by: By;
  groups: Group[];
  worn: Worn[];
  unplaced: number;
  before: number;
}

interface Bounds {
  median: number;
  low: number;
  high: number;
}

export interface Life {
  where: Where;
  units: number;
  failed: number;
  sentence: Words;
  life: { shape: Bounds; scale: Bounds; share: Bounds; dispersion: number; start: number } | null;
  outlook: { total: { expected: number; low: number; high: number }; chain_ladder: number[] | null };
  cost: { per_repair: number; so_far: number; expected: number; low: number; high: number } | null;
  unplaced: number;
  before: number;
  charts: { ages: ChartSpec; outlook: ChartSpec };
}

const asked = (pairs: [string, string][]) => new URLSearchParams(pairs).toString();
const pairs = (key: string, where: Where): [string, string][] => Object.entries(where).map(([name, value]) => [key, `${name}=${value}`]);

export const useGroups = (by: By) =>
  useQuery({ queryKey: ["reliability", by], queryFn: () => send<Groups>("GET", `/api/reliability?${asked([["by", by]])}`) });

export function useLife(by: By, group: Where, where: Where, cost: string) {
  const query = asked([["by", by], ...pairs("group", group), ...pairs("where", where), ...(cost ? [["cost", cost] as [string, string]] : [])]);
  return useQuery({ queryKey: ["reliability", "life", query], queryFn: () => send<Life>("GET", `/api/reliability/life?${query}`), enabled: Object.keys(group).length > 0 });
}
