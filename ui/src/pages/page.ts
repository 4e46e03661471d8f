/** What a page says of itself: one folder with its `page.ts` is a page, and nothing elsewhere names it. */
import type { ComponentType } from "react";
import type { Words } from "../words";

/** What a person does there. The order is that of the navigation. */
export const GROUPS = ["look", "find", "act", "data", "settings"] as const;
export type Group = (typeof GROUPS)[number];

type Load = () => Promise<{ default: ComponentType }>;

/** A view within a page that is worth going to by name: a tab. */
export interface Place {
  to: string;
  title: Words;
  /** What else it takes, beside the permission of its page. */
  permission?: string;
}

export interface PageMeta {
  /** Its address, `/signals`. */
  path: string;
  title: Words;
  icon: ComponentType;
  group: Group;
  /** Its place within the group. */
  order: number;
  /** Its place in the bar at the bottom of a phone, which has room for four; the others are behind 更多. */
  phone?: number;
  permission: string;
  load: Load;
  /** Further addresses below, such as `/signals/:id`. */
  more?: { path: string; load: Load }[];
  places?: Place[];
  /** What waits for somebody there, in a word or two; it stands beside the name of the group. */
  findings?: Load;
  /** Addresses of former times, each with what stands in its place. */
  moved?: { path: string; to: string }[];
}

export const page = (meta: PageMeta): PageMeta => meta;
