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
import { type Entry, type Found, isNumber, metricEntries, pageEntries, problemEntries, sliceEntries, ticketEntries } from "./entries";
import { best } from "./matching";
import { useSpell } from "./pinyin";
import { useSlices } from "./useSlices";

const PAUSE = 200;
const SHOWN = 5;
/** Two for each slice. */
const SLICES_SHOWN = 6;
const NOT_ASKED = { rank: 0, by: null };
const NUMBER = { where: [], period: "all", sort: "-created_at", limit: 20, offset: 0 };

export function useFound(typed: string): Found[] {
  const t = useText(palette);
  const group = useText(shell);
  const { say } = useLanguage();
  const may = useMay();
  const spell = useSpell();
  const label = useFilterLabel();
  const query = typed.trim();
  const asked = usePaused(query);
  const [reads, tickets, problems] = [may("question.read"), may("ticket.read"), may("problem.read")];
  const { data: page } = useTickets({ ...NUMBER, q: asked }, tickets && isNumber(asked));
  const { data: known = [] } = useProblems("", problems);
  const { data: metrics = [] } = useMetrics(reads);
  const slices = useSlices(asked, reads);
  const pages = pageEntries(PAGES, may, say, group);
  if (!query) return pages.filter((one) => one.group).map((one) => ({ ...one, ...NOT_ASKED }));
  const targets = [...(tickets ? [{ to: "/tickets", note: t("toTickets") }] : []), { to: "/", note: t("toOverview") }];
  const find = (entries: Entry[], limit = SHOWN) => best(entries, query, spell, limit);
  const search: Found = { id: "search", kind: "search", title: t("searchTickets", { query }), to: `/tickets?${new URLSearchParams({ q: query })}`, names: [], ...NOT_ASKED };
  return [
    ...find(pages),
    ...(isNumber(query) && page ? find(ticketEntries(page.rows, query)) : []),
    ...find(problemEntries(known, say)),
    ...find(metricEntries(metrics, say)),
    ...find(sliceEntries(slices, targets, label), SLICES_SHOWN),
    ...(tickets ? [search] : []),
  ];
}

/** What is typed, once a person pauses: the server is not asked for every letter. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
