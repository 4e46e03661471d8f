import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const SOURCE = join(import.meta.dirname, "..");

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
}

it("keeps colours as values in tokens.css alone", () => {
  const wrong = files(SOURCE)
    .filter((path) => /\.(tsx?|css)$/.test(path) && !/tokens\.(css|test\.ts)$|schema\.d\.ts$/.test(path))
    .filter((path) => /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(readFileSync(path, "utf-8")));
  expect(wrong).toEqual([]);
});

it("gives every token of the light theme that the dark one changes", () => {
  const css = readFileSync(join(SOURCE, "style", "tokens.css"), "utf-8");
  const [light = "", dark = ""] = css.split(":root[data-theme");
  const names = (text: string) => [...text.matchAll(/(--[\w-]+):/g)].map((found) => found[1]);
  expect(names(dark).filter((name) => !names(light).includes(name))).toEqual([]);
  expect(names(light).filter((name) => !names(dark).includes(name))).toEqual(["--font", "--mono"]);
});
