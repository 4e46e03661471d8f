/** How good the early warning has been. */
import { useQuery } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { Schema } from "./types";

export const METHODS = ["scan", "fixed", "sigma"] as const;

export type TrackRecord = Schema<"TrackRecordResponse">;
export type Replayed = Schema<"RecordResponse">;
export type MethodResult = Schema<"DetectorRecordResponse">;
export type ReplayedEvent = Replayed["events"][number];
export type FalseAlarm = Schema<"FalseAlarmResponse">;

export const useTrackRecord = () => useQuery({ queryKey: ["signals", "track-record"], queryFn: () => answer(client.GET("/api/track-record")) });

export const replay = () => answer(client.POST("/api/replays"));
