/** What a page says of itself. */
import type { ComponentType } from "react";
import type { Words } from "../words";

type Load = () => Promise<{ default: ComponentType }>;

export interface PageMeta {
  /** Its address, `/signals`. */
  path: string;
  title: Words;
  icon: ComponentType;
  /** Its place in the navigation; a page without one is not in it. */
  order?: number;
  permission: string;
  load: Load;
  /** Further addresses below, such as `/signals/:id`. */
  more?: { path: string; load: Load }[];
}

export const page = (meta: PageMeta): PageMeta => meta;
