import { afterEach, expect, it, vi } from "vitest";
import { problemsCsv } from "./exportProblems";

afterEach(() => vi.unstubAllGlobals());

const words = (text: string) => ({ zh: text, en: text });

function serve(total: number) {
  const addresses: string[] = [];
  vi.stubGlobal("fetch", (request: Request) => {
    addresses.push(request.url);
    const query = new URL(request.url).searchParams;
    const from = Number(query.get("offset"));
    const n = Math.max(Math.min(Number(query.get("limit")), total - from), 0);
    const rows = Array.from({ length: n }, (_, at) => ({ line: from + at + 1, column: "c", value: "=1+1", rule: "r", reason: words("坏") }));
    return Promise.resolve(new Response(JSON.stringify({ total, by_rule: [{ rule: "r", title: words("规则"), n: total }], items: rows })));
  });
  return addresses;
}

it("fetches page after page, and lets no cell run as a formula", async () => {
  const addresses = serve(1200);
  const lines = (await problemsCsv("b", "r", ["行"], "zh")).trim().split("\r\n");
  expect(lines).toHaveLength(1201);
  expect(lines[1200]).toBe("1200,c,'=1+1,规则,坏");
  expect(addresses).toHaveLength(3);
  expect(addresses[2]).toContain("offset=1000");
});

it("stops at its limit, and at nothing", async () => {
  serve(5000);
  expect((await problemsCsv("b", "", ["行"], "zh", 1500)).trim().split("\r\n")).toHaveLength(1501);
  serve(0);
  expect((await problemsCsv("b", "", ["行"], "zh")).trim()).toBe("\uFEFF行".trim());
});
