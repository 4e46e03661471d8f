/** Topics of tickets: figures, trends, and what people change. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { Schema } from "./types";

export type Topics = Schema<"LandscapeResponse">;
export type Topic = Schema<"TopicFiguresResponse">;
export type TopicDetail = Schema<"TopicDetailResponse">;
export type RateChange = Omit<Schema<"PhraseTrendResponse">, "text">;
export type Trends = Schema<"TrendsResponse">;

export const useTopics = (period: string) =>
  useQuery({ queryKey: ["topics", period], queryFn: () => answer(client.GET("/api/topics", { params: { query: { period } } })) });

export const useTopic = (number: number | null, period: string) =>
  useQuery({
    queryKey: ["topics", number, period],
    queryFn: () => answer(client.GET("/api/topics/{number}", { params: { path: { number: number ?? 0 }, query: { period } } })),
    enabled: number !== null,
  });

/** Unavailable for all time, which has no time before it. */
export const useTrends = (period: string) =>
  useQuery({ queryKey: ["topics", "trends", period], queryFn: () => answer(client.GET("/api/topics/trends", { params: { query: { period } } })) });

export const findTopics = () => answer(client.POST("/api/topic-runs"));

type Change = { number: number } & ({ name: string } | { into: number } | { split: true });

/** Rename, merge or split; every figure may have changed then. */
export function useChangeTopic() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries() });
}

async function change(given: Change): Promise<void> {
  const params = { path: { number: given.number } };
  if ("name" in given) await answer(client.PATCH("/api/topics/{number}", { params, body: { name: given.name } }));
  else if ("into" in given) await answer(client.POST("/api/topics/{number}/merge", { params, body: { into: given.into } }));
  else await answer(client.POST("/api/topics/{number}/split", { params }));
}
