/** How good the early warning has been. */
import { useQuery } from "@tanstack/react-query";
import type { Words } from "../words";
import { send } from "./client";
import type { Job } from "./jobs";

export const METHODS = ["scan", "fixed", "sigma"] as const;
export type Method = (typeof METHODS)[number];

/** What a way to alarm did in the weeks replayed. */
export interface Told {
  key: Method;
  title: Words;
  false_alarms: number;
  seen: number;
  events: number;
  /** Median weeks from an event's first day until it was seen. */
  weeks: number | null;
}

export interface TrackEvent {
  where: Record<string, string>;
  since: string;
  weeks: Record<Method, number | null>;
}

export interface TrackRecord {
  record: {
    first: string;
    until: string;
    slices: number;
    budget: number;
    fixed_at: number;
    methods: Told[];
    rows: TrackEvent[];
    /** Our own false alarms; records kept by an earlier version have none. */
    once?: { where: Record<string, string>; told: string }[];
  } | null;
  /** Whether there is history enough for a replay. */
  possible: boolean;
  precision: { useful: number; dismissed: number; open: number; share: number | null; low: number | null; high: number | null };
}

export const useTrackRecord = () => useQuery({ queryKey: ["signals", "track-record"], queryFn: () => send<TrackRecord>("GET", "/api/track-record") });

export const replay = () => send<Job>("POST", "/api/track-record", {});
