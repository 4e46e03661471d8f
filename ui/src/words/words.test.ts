import { describe, expect, it } from "vitest";
import type { Page } from ".";

const files = import.meta.glob<{ default: Page<Record<string, string>> }>(["./*.ts", "!./index.ts", "!./*.test.ts"], { eager: true });

describe.each(Object.entries(files))("%s", (path, file) => {
  const { key, texts } = file.default;
  it("is named as its file", () => {
    expect(`./${key}.ts`).toBe(path);
  });
  it("has the same keys in both languages", () => {
    const plain = (of: Record<string, string>) => Object.keys(of).filter((name) => !name.endsWith("_one")).toSorted();
    expect(plain(texts.en)).toEqual(plain(texts.zh));
  });
  it("leaves no text empty, and none of one language in the other", () => {
    for (const text of [...Object.values(texts.zh), ...Object.values(texts.en)]) expect(text.trim()).not.toBe("");
    for (const text of Object.values(texts.en)) expect(text).not.toMatch(/[一-鿿]/);
  });
  it("fills the same places in both languages", () => {
    const places = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((found) => found[1]).toSorted();
    for (const [name, text] of Object.entries(texts.zh)) expect([name, places(texts.en[name] ?? "")]).toEqual([name, places(text)]);
  });
});

it("finds the words of pages", () => {
  expect(Object.keys(files).length).toBeGreaterThan(3);
});
