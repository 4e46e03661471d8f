import { expect, it } from "vitest";
import { grouped, MOVED, PAGES, ROUTES } from "./pages";

const files = import.meta.glob("../pages/*/page.ts");

it("finds every page by its folder", () => {
  expect(PAGES.length).toBe(Object.keys(files).length);
});

it("puts every page into a group, in the order that it asks for", () => {
  const shown = grouped(PAGES).map(({ group, pages }) => [group, pages.map(({ path }) => path)]);
  expect(shown).toEqual([
    ["look", ["/", "/reports"]],
    ["find", ["/signals", "/explain", "/topics", "/process", "/reliability", "/forecast"]],
    ["act", ["/tickets", "/problems", "/knowledge"]],
    ["data", ["/data", "/metrics"]],
    ["settings", ["/settings"]],
  ]);
});

it("gives no two pages the same place or address", () => {
  const twice = (all: string[]) => all.filter((one, at) => all.indexOf(one) !== at);
  expect(twice(PAGES.map(({ group, order }) => `${group} ${order}`))).toEqual([]);
  expect(twice(ROUTES.map(({ path }) => path))).toEqual([]);
});

it("leaves room for 更多 at the bottom of a phone", () => {
  expect(PAGES.filter(({ phone }) => phone !== undefined).length).toBe(4);
});

it("leads old addresses and named views to ones that there are", () => {
  const known = (address: string) => ROUTES.some(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`).test(address.split("?")[0] ?? ""));
  expect(MOVED.map(({ to }) => to).filter((to) => !known(to))).toEqual([]);
  expect(PAGES.flatMap(({ places = [] }) => places.map(({ to }) => to)).filter((to) => !known(to))).toEqual([]);
  expect(MOVED.filter(({ path }) => known(path))).toEqual([]);
});
