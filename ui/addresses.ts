/** The addresses of all pages, as their page.ts files write them. The server answers any other with 404. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the one-time link of the first administrator leads; the login stands there. */
const FIRST_ADMIN = "/first-admin";

export function addresses(pages: string): string[] {
  const files = readdirSync(pages, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const written = files.flatMap(({ name }) => [...readFileSync(join(pages, name, "page.ts"), "utf-8").matchAll(/\bpath: "([^"]+)"/g)].map((match) => match[1] ?? ""));
  return [...written, FIRST_ADMIN].toSorted();
}
