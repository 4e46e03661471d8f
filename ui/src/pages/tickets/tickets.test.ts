import { afterEach, describe, expect, it, vi } from "vitest";
import { ticketsCsv } from "./exportTickets";
import { marked, wordsOf } from "./marks";
import { stepsOf } from "./steps";
import { decidingWords, whyOf } from "./why";

afterEach(() => vi.unstubAllGlobals());

describe("marks", () => {
  const hits = (text: string, words: string[]) => marked(text, words).filter(({ hit }) => hit).map((piece) => piece.text);

  it("finds every word wherever it stands and whatever its case", () => {
    expect(hits("App 一打开就闪退，APP又闪退", ["app", "闪退"])).toEqual(["App", "闪退", "APP", "闪退"]);
  });
  it("joins marks that touch or lie over each other", () => {
    expect(hits("自动关机重启", ["自动关机", "关机重启", "动关"])).toEqual(["自动关机重启"]);
  });
  it("alters no letter of the text", () => {
    for (const text of ["  =1+1 \n\tİstanbul 闪退", "", "闪退"]) expect(marked(text, ["闪退", "", "i"]).map((piece) => piece.text).join("")).toBe(text);
  });
  it("reads the words of a reason, and none of a sentence", () => {
    expect(wordsOf("闪退、没反应+电源")).toEqual(["闪退", "没反应", "电源"]);
    expect(wordsOf('{"zh": "低：、", "en": ""}')).toEqual([]);
    expect(wordsOf(null)).toEqual([]);
  });
});

describe("why", () => {
  const ticket = { ticket_id: "a:1", title: null, description: "", created_at: null, duplicate_of: null, kind: "投诉", fault: "闪退", severity: "严重", category: null };
  const labels = [
    { field: "fault", value: "闪退", by: "keyword_rules", why: "闪退" },
    { field: "severity", value: "一般", by: "keyword_rules", why: "外壳" },
    { field: "severity", value: "严重", by: "person:li", why: "2026-01-02 10:00" },
  ];
  const corrections = [
    { field: "severity", value: "一般", by: "wang", at: "2026-01-01T10:00:00" },
    { field: "severity", value: "严重", by: "li", at: "2026-01-02T10:00:00" },
  ];
  const detail = { fields: ticket, labels, corrections };

  it("tells the source, a rule, a person and nobody apart", () => {
    expect(whyOf(detail, "kind")).toEqual({ kind: "source" });
    expect(whyOf(detail, "fault")).toEqual({ kind: "rules", words: ["闪退"] });
    expect(whyOf(detail, "severity")).toEqual({ kind: "person", who: "li", at: "2026-01-02T10:00:00" });
    expect(whyOf(detail, "category")).toEqual({ kind: "unknown" });
  });
  it("marks the words of rules only", () => {
    expect(decidingWords(detail)).toEqual(["闪退"]);
  });
});

describe("steps", () => {
  const ticket = { ticket_id: "a:1", title: null, description: "", created_at: "2026-01-01T08:00:00", first_response_at: "2026-01-01T09:30:00", closed_at: "2026-01-01T09:30:00", resolved_at: null, duplicate_of: null };

  it("takes the moments that a source gave where it told no events", () => {
    expect(stepsOf({ events: [], fields: ticket }).map(({ activity, after }) => [activity, after])).toEqual([["reported", null], ["responded", 1.5], ["closed", null]]);
  });
  it("takes the events where there are some", () => {
    const event = { at: "2026-01-02T00:00:00", activity: "assigned", actor: null, team: null, from_value: null, to_value: null };
    expect(stepsOf({ events: [event], fields: ticket }).map(({ activity }) => activity)).toEqual(["assigned"]);
  });
});

it("exports no more than it says, page by page, and no formula", async () => {
  const queries: URLSearchParams[] = [];
  vi.stubGlobal("fetch", (request: Request) => {
    const query = new URL(request.url).searchParams;
    queries.push(query);
    const rows = Array.from({ length: Number(query.get("limit")) }, () => ({ ticket_id: "a:1", excerpt: "@SUM(A1)", created_at: "2026-01-01T08:00:00" }));
    return Promise.resolve(new Response(JSON.stringify({ total: 5000, items: rows, next: null })));
  });
  const fetched: number[] = [];
  const search = { q: "锁", where: ["product=F7"], period: "all", sort: "-created_at", limit: 50, offset: 100 };
  const lines = (await ticketsCsv(search, [{ key: "ticket_id", title: "编号" }, { key: "excerpt", title: "内容" }], (n) => fetched.push(n), 800)).trim().split("\r\n");
  expect(lines).toHaveLength(801);
  expect(lines[1]).toBe("a:1,'@SUM(A1)");
  expect(fetched).toEqual([500, 800]);
  expect(queries.map((query) => [query.get("offset"), query.get("limit"), query.get("q"), query.get("where")])).toEqual([["0", "500", "锁", "product=F7"], ["500", "300", "锁", "product=F7"]]);
});
