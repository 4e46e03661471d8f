/** How good the early warning has been. */
import { useQuery } from "@tanstack/react-query";
import { answer, client, read } from "./client";
import type { Job } from "./jobs";
import type { Schema } from "./types";

export const METHODS = ["scan", "fixed", "sigma"] as const;

export type TrackRecord = Schema<"TrackRecordView">;
export type Replayed = Schema<"RecordView">;
export type MethodResult = Schema<"DetectorRecordView">;
export type ReplayedEvent = Replayed["events"][number];
export type FalseAlarm = Schema<"FalseAlarmView">;

export const useTrackRecord = () => useQuery({ queryKey: ["signals", "track-record"], queryFn: () => answer(client.GET("/api/track-record")) });

export const replay = () => read<Job>(client.POST("/api/track-record"));
