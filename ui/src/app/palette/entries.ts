/** What the palette can go to, as far as this person may see it. */
import type { MetricBrief } from "../../api/questions";
import type { ProblemBrief } from "../../api/problems";
import type { TicketBrief } from "../../api/tickets";
import { plain, type Match, type Named } from "./matching";
import type { Shown } from "../pages";
import { type Group, GROUPS } from "../../pages/page";
import type { Words } from "../../words";
import { ALSO } from "../../words/palette";

/** In the order in which equals are shown. */
export const KINDS = ["pages", "tickets", "problems", "metrics", "slices", "search"] as const;
export type Kind = (typeof KINDS)[number];

export interface Entry extends Named {
  id: string;
  kind: Kind;
  title: string;
  note?: string;
  to: string;
  /** The group of a page. */
  group?: Group;
}

export type Found = Entry & Match;

export type Say = (text: Words | null | undefined) => string;
type May = (permission: string) => boolean;

const both = (text: Words): string[] => [text.zh, text.en];

/** Pages, and the views within them that have a name of their own. */
export function pageEntries(pages: Shown[], may: May, say: Say, groupName: (group: Group) => string): Entry[] {
  return pages
    .filter((page) => may(page.permission))
    .flatMap((page): Entry[] => [
      { id: page.path, kind: "pages", title: say(page.title), note: groupName(page.group), to: page.path, group: page.group, names: both(page.title) },
      ...(page.places ?? [])
        .filter(({ permission }) => !permission || may(permission))
        .map((place): Entry => ({ id: place.to, kind: "pages", title: say(place.title), note: say(page.title), to: place.to, names: both(place.title) })),
    ]);
}

export const problemEntries = (problems: ProblemBrief[], say: Say): Entry[] =>
  problems.map((one) => ({
    id: one.id,
    kind: "problems",
    title: one.title,
    note: [say(one.stage_title), one.owner_name ?? one.owner].filter(Boolean).join(" · "),
    to: `/problems/${one.id}`,
    names: [one.title, one.id],
  }));

const alsoCalled = (metric: string): string[] => {
  const names = ALSO[metric];
  return names ? both(names) : [];
};

export const metricEntries = (metrics: MetricBrief[], say: Say): Entry[] =>
  metrics.map((one) => ({
    id: one.key,
    kind: "metrics",
    title: say(one.title),
    note: say(one.unit.text),
    to: `/metrics?metric=${one.key}`,
    names: [...both(one.title), one.key],
    also: alsoCalled(one.key).flatMap((names) => names.split(/[、,]\s*/)),
  }));

export interface Slice {
  dimension: string;
  title: Words;
  value: string;
}

/** A page that can be filtered to a slice, and the word for going there. */
export interface Target {
  to: string;
  note: string;
}

/** A value of a dimension, on a page that is filtered to it. */
export const sliceEntries = (slices: Slice[], { to, note }: Target, label: (text: string) => string): Entry[] =>
  slices.map(({ dimension, title, value }) => {
    const where = `${dimension}=${value}`;
    const written = both(title).map((name) => `${name} ${value}`);
    return { id: `${to}?${where}`, kind: "slices", title: label(where), note, to: `${to}?${new URLSearchParams({ where })}`, names: [value], written };
  });

/** Whether it may be the number of a ticket, or a part of one. */
export const isNumber = (query: string): boolean => /\d/.test(query) && query.trim().length >= 3 && !/\s/.test(query.trim());

/** Tickets whose number was typed. The search goes through texts too: who only mentions it is left out. */
export const ticketEntries = (tickets: TicketBrief[], query: string): Entry[] =>
  tickets
    .filter(({ ticket_id: id }) => plain(id).includes(plain(query)))
    .map((one) => ({
      id: one.ticket_id,
      kind: "tickets",
      title: one.ticket_id,
      note: [one.model ?? one.product, one.fault ?? one.category, one.status].filter(Boolean).join(" · "),
      to: `/tickets/${encodeURIComponent(one.ticket_id)}`,
      names: [one.ticket_id],
    }));

/** Results under one heading. */
export interface Section {
  key: Kind | Group;
  entries: Found[];
}

export const isKind = (key: Kind | Group): key is Kind => (KINDS as readonly string[]).includes(key);

/** Under the name of their kind: the kind of the best one first, the search of full texts last. */
export function byKind(found: Found[]): Section[] {
  const rank = (entries: Found[]) => Math.min(...entries.map((one) => one.rank));
  return KINDS.map((key) => ({ key, entries: found.filter(({ kind }) => kind === key) }))
    .filter(({ entries }) => entries.length > 0)
    .toSorted((a, b) => Number(a.key === "search") - Number(b.key === "search") || rank(a.entries) - rank(b.entries));
}

/** Pages under what one does there. */
export const byGroup = (found: Found[]): Section[] =>
  GROUPS.map((key) => ({ key, entries: found.filter(({ group }) => group === key).map((one) => ({ ...one, note: "" })) })).filter(({ entries }) => entries.length > 0);
