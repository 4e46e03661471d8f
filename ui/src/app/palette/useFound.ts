/** What answers to what was typed. */
import { useEffect, useState } from "react";
import { useProblems } from "../../api/problems";
import { useMetrics } from "../../api/questions";
import { useMay } from "../../api/session";
import { useTickets } from "../../api/tickets";
import { useFilterLabel } from "../../parts/filter";
import { useLanguage, useText } from "../../words";
import palette from "../../words/palette";
import shell from "../../words/shell";
import { PAGES } from "../pages";
import { type Entry, type Found, isNumber, metricEntries, pageEntries, problemEntries, sliceEntries, type Target, ticketEntries } from "./entries";
import { best } from "./matching";
import { useSpell } from "./pinyin";
import { useSlices } from "./useSlices";

const PAUSE = 200;
const SHOWN = 5;
const UNRANKED = { rank: 0, by: null };
const NUMBER = { where: [], period: "all", sort: "-created_at", limit: 20, offset: 0 };

/** `busy`: more may come. */
export function useFound(typed: string): { found: Found[]; busy: boolean } {
  const t = useText(palette);
  const group = useText(shell);
  const { say } = useLanguage();
  const may = useMay();
  const { spell, loading } = useSpell();
  const query = typed.trim();
  const paused = usePaused(query);
  const [reads, tickets, problems] = [may("question.read"), may("ticket.read"), may("problem.read")];
  const numbered = tickets && isNumber(query);
  const { data: page, isPlaceholderData, isFetching } = useTickets({ ...NUMBER, q: paused }, tickets && isNumber(paused));
  const { data: known = [], isLoading: problemsLoading } = useProblems({}, problems);
  const { data: metrics = [], isLoading: metricsLoading } = useMetrics(reads);
  const slices = useSliceEntries(paused);
  const pages = pageEntries(PAGES, may, say, group);
  if (!query) return { found: pages.filter((one) => one.group).map((one) => ({ ...one, ...UNRANKED })), busy: false };
  const find = (entries: Entry[]) => best(entries, query, spell, SHOWN);
  const search: Found = { id: "search", kind: "search", title: t("searchTickets", { query }), to: `/tickets?${new URLSearchParams({ q: query })}`, names: [], ...UNRANKED };
  const found = [
    ...find(pages),
    ...(numbered && page && !isPlaceholderData ? find(ticketEntries(page.items, query)) : []),
    ...find(problemEntries(known, say)),
    ...find(metricEntries(metrics, say)),
    ...slices.found(find),
    ...(tickets ? [search] : []),
  ];
  return { found, busy: paused !== query || loading || problemsLoading || metricsLoading || slices.loading || (numbered && isFetching) };
}

/** Slices on their tickets; the best of them on the overview as well. */
function useSliceEntries(paused: string): { found: (find: (entries: Entry[]) => Found[]) => Found[]; loading: boolean } {
  const t = useText(palette);
  const may = useMay();
  const label = useFilterLabel();
  const { slices, loading } = useSlices(paused, may("question.read"));
  const overview: Target = { to: "/", note: t("toOverview") };
  const tickets: Target = { to: "/tickets", note: t("toTickets") };
  if (!may("ticket.read")) return { found: (find) => find(sliceEntries(slices, overview, label)), loading };
  const found = (find: (entries: Entry[]) => Found[]) => {
    const [first, ...rest] = find(sliceEntries(slices, tickets, label));
    const again = find(sliceEntries(slices, overview, label)).slice(0, 1);
    return first ? [first, ...again, ...rest].slice(0, SHOWN) : [];
  };
  return { found, loading };
}

/** What is typed, once a person pauses: the server is not paused for every letter. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
