/** Pages are found by scanning: every `pages/<url>/page.ts` tells where it lies and how it is loaded. */
import { type ComponentType, lazy } from "react";
import { GROUPS, type Group, type PageMeta } from "../pages/page";

const found = import.meta.glob<{ default: PageMeta }>("../pages/*/page.ts", { eager: true });

const place = ({ group, order }: PageMeta): number => GROUPS.indexOf(group) * 1000 + order;

/** A page as the shell shows it. */
export interface Shown extends PageMeta {
  /** What waits there, drawn. */
  Findings: ComponentType | undefined;
}

/** In the order of the navigation. */
export const PAGES: Shown[] = Object.values(found)
  .map(({ default: meta }) => ({ ...meta, Findings: meta.findings && lazy(meta.findings) }))
  .toSorted((a, b) => place(a) - place(b));

/** Pages under the name of what a person does there; a group without pages is left out. */
export function grouped(pages: Shown[]): { group: Group; pages: Shown[] }[] {
  return GROUPS.map((group) => ({ group, pages: pages.filter((page) => page.group === group) })).filter((one) => one.pages.length > 0);
}

// Addresses that are loaded by one function share the component, and with it what is open and where it is scrolled to.
const components = new Map<PageMeta["load"], ComponentType>();

function componentOf(load: PageMeta["load"]): ComponentType {
  const known = components.get(load) ?? lazy(load);
  components.set(load, known);
  return known;
}

/** Each address with its component. Lazy inside the shell: the shell is there at once. */
export const ROUTES = PAGES.flatMap((meta) =>
  [{ path: meta.path, load: meta.load }, ...(meta.more ?? [])].map(({ path, load }) => ({ path, permission: meta.permission, load, Component: componentOf(load) })),
);

/** Addresses of former times. */
export const MOVED = PAGES.flatMap((meta) => meta.moved ?? []);

/** Begin to load the page of an address, while the session is still being asked for. */
export function warm(address: string): void {
  const first = `/${address.split("/")[1] ?? ""}`;
  void ROUTES.find((route) => route.path === first)?.load();
}
