/** Pages are found by scanning: every `pages/<url>/page.ts` tells where it lies and how it is loaded. */
import { type ComponentType, lazy } from "react";
import type { PageMeta } from "./page";

const found = import.meta.glob<{ default: PageMeta }>("../pages/*/page.ts", { eager: true });

export const PAGES: PageMeta[] = Object.values(found)
  .map((file) => file.default)
  .toSorted((a, b) => (a.order ?? 99) - (b.order ?? 99));

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

/** Begin to load the page of an address, while the session is still being asked for. */
export function warm(address: string): void {
  const first = `/${address.split("/")[1] ?? ""}`;
  void ROUTES.find((route) => route.path === first)?.load();
}
