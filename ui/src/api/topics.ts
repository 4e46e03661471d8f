/** What people are talking about. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Words } from "../words";
import type { ChartSpec } from "./charts";
import { send } from "./client";
import type { Job } from "./jobs";

export interface Growth {
  observed: number;
  expected: number;
  ratio: number;
  low: number;
  high: number;
  window: number;
  since: string;
}

export interface Topic {
  number: number;
  name: string;
  /** The name, with the product line before it where the topic is of one alone. */
  label: string;
  phrases: { text: string; share: number; lift: number }[];
  by_hand: boolean;
  tickets: number;
  before: number | null;
  share: number;
  growth: Growth | null;
}

export interface Topics {
  topics: Topic[];
  tickets: number;
  without: number;
  chart: ChartSpec;
}

/** Tickets now and in the time before, those expected now from before, and the ratio of rates with its interval. */
export interface Rise {
  tickets: number;
  before: number;
  expected: number;
  ratio: number;
  low: number;
  high: number;
  /** More than chance explains among all that were looked at. */
  rose: boolean;
}

export interface Trends {
  before: { start: string; end: string };
  /** Counts are for units in service; else for days. */
  by_units: boolean;
  topics: (Rise & { number: number; label: string; share: number; running: number; vital: boolean })[];
  phrases: (Rise & { text: string })[];
  sentence: Words;
}

export interface TopicDetail extends Omit<Topic, "before"> {
  fields: { field: string; title: Words; value: string; share: number; lift: number }[];
  representatives: { ticket_id: string; text: string; created_at: string }[];
}

export const useTopics = (period: string) =>
  useQuery({ queryKey: ["topics", period], queryFn: () => send<Topics>("GET", `/api/topics?period=${encodeURIComponent(period)}`) });

export const useTopic = (number: number | null, period: string) =>
  useQuery({
    queryKey: ["topics", number, period],
    queryFn: () => send<TopicDetail>("GET", `/api/topics/${number}?period=${encodeURIComponent(period)}`),
    enabled: number !== null,
  });

export const useTrends = (period: string) =>
  useQuery({ queryKey: ["topics", "trends", period], queryFn: () => send<Trends | null>("GET", `/api/topics/trends?period=${encodeURIComponent(period)}`) });

export const findTopics = () => send<Job>("POST", "/api/topics/find");

type Change = { number: number } & ({ name: string } | { into: number } | { split: true });

/** Rename, merge or split; every figure may have changed then. */
export function useChangeTopic() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => {
      const at = `/api/topics/${change.number}`;
      if ("name" in change) return send<unknown>("PATCH", at, { name: change.name });
      return "into" in change ? send<unknown>("POST", `${at}/merge`, { into: change.into }) : send<unknown>("POST", `${at}/split`);
    },
    onSuccess: () => client.invalidateQueries(),
  });
}
