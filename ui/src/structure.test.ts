/** What may import what. Circles are the linter's to find (`import/no-cycle`). */
import { describe, expect, it } from "vitest";

/** From the bottom up: a file imports from its own layer and from those before it. */
const LAYERS = ["style", "words", "format", "api", "parts", "pages", "app"];

const files = import.meta.glob<string>("./**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true });

/** The relative imports of a file, static, deferred, of types or re-exported. */
function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]*)"/g)].map((found) => found[1] ?? "");
}

/** Where an import leads: `./parts/signal/SignalRatio`. */
function resolved(file: string, to: string): string {
  return `.${new URL(to, `file://${file.slice(1)}`).pathname}`;
}

const layerOf = (path: string): number => LAYERS.indexOf(path.split("/")[1] ?? "");

/** The folder of the page that a file belongs to; `pages/page.ts` belongs to none. */
const pageOf = (path: string): string | null => path.match(/^\.\/pages\/([^/]+)\//)?.[1] ?? null;

/** The imports that go up, and those from one page into another. */
function violations(sources: Record<string, string>): string[] {
  return Object.entries(sources).flatMap(([file, text]) =>
    importsOf(text)
      .map((to) => resolved(file, to))
      .filter((to) => layerOf(file) >= 0 && (layerOf(to) > layerOf(file) || (pageOf(file) && pageOf(to) && pageOf(to) !== pageOf(file))))
      .map((to) => `${file} imports ${to}`),
  );
}

it("imports downwards only, and no page from another", () => {
  expect(violations(files)).toEqual([]);
});

it("has a layer for every folder", () => {
  const folders = new Set(Object.keys(files).map((path) => path.split("/")).filter((parts) => parts.length > 2).map((parts) => parts[1]));
  expect([...folders].toSorted()).toEqual(LAYERS.toSorted());
});

describe.each([
  ["a part that imports the shell", "./parts/Side.tsx", 'import { Nav } from "../app/shell/Nav";'],
  ["a part that imports a type of a page", "./parts/signal/SignalRatio.tsx", 'import type { PageMeta } from "../../pages/page";'],
  ["a deferred import of a page", "./parts/Side.tsx", 'const Late = lazy(() => import("../pages/signals/Signals"));'],
  ["words that import a part", "./words/signals.ts", 'export * from "../parts/filter";'],
  ["an import over several lines", "./api/jobs.ts", 'import {\n  Side,\n} from "../parts/Side";'],
  ["a page that imports the shell", "./pages/tickets/List.tsx", 'import { PAGES } from "../../app/pages";'],
  ["a page that imports another", "./pages/problems/detail/Article.tsx", 'import { ArticleText } from "../../knowledge/ArticleText";'],
])("%s", (_, file, text) => {
  it("is found", () => expect(violations({ [file]: text })).toHaveLength(1));
});

it("lets a page import its own folders, parts, and what a page says of itself", () => {
  const text = 'import { page } from "../page"; import { Head } from "./Head"; import { Card } from "../../parts/Page"; import "./signals.css"; import { a } from "../signals/b";';
  expect(violations({ "./pages/signals/Signals.tsx": text })).toEqual([]);
});
