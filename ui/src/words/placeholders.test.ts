/** What a page fills in is what its texts ask for: no reader sees a pair of braces. */
import { expect, it } from "vitest";

const sources = import.meta.glob<string>("../**/*.tsx", { query: "?raw", import: "default", eager: true });
const texts = import.meta.glob<string>("./*.ts", { query: "?raw", import: "default", eager: true });

/** The names between braces of every text, by file and key; both languages count. */
function placeholders(file: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, key = "", text = ""] of file.matchAll(/^\s+(\w+): "((?:[^"\\]|\\.)*)",?$/gm)) {
    const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name);
    found.set(key, new Set([...(found.get(key) ?? []), ...names]));
  }
  return found;
}

/** The names at the outermost level of an object as it is written; null where some come from elsewhere. */
function given(object: string): Set<string> | null {
  const parts = [""];
  let depth = 0;
  for (const sign of object) {
    if ("([{".includes(sign)) depth += 1;
    if (")]}".includes(sign)) depth -= 1;
    if (sign === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  if (parts.some((part) => part.trim().startsWith("..."))) return null;
  return new Set(parts.map((part) => part.split(":")[0]?.trim() ?? "").filter(Boolean));
}

const byFile = new Map(Object.entries(texts).map(([name, text]) => [name.slice(2, -3), placeholders(text)]));

it("fills every pair of braces", () => {
  const open: string[] = [];
  let checked = 0;
  for (const [name, source] of Object.entries(sources)) {
    const files = [...source.matchAll(/from "(?:\.\.?\/)+words\/([\w-]+)"/g)].map(([, file = ""]) => file);
    for (const [, key = "", object = ""] of source.matchAll(/\b\w+\("(\w+)"(?:, \{((?:[^{}]|\{[^{}]*\})*)\})?\)/g)) {
      const wanted = files.map((file) => byFile.get(file)?.get(key)).filter((names) => names !== undefined);
      const names = given(object);
      if (!wanted.length || !names) continue;
      checked += 1;
      if (!wanted.some((one) => [...one].every((placeholder) => placeholder === "count" || names.has(placeholder)))) open.push(`${name}: ${key}`);
    }
  }
  expect(checked).toBeGreaterThan(500);
  expect(open).toEqual([]);
});
