import { beforeAll, describe, expect, it } from "vitest";
import { PAGES } from "../pages";
import { byKind, type Entry, isNumber, metricEntries, pageEntries, sliceEntries, ticketEntries } from "./entries";
import { opens } from "./keys";
import { best, match, type Spell } from "./matching";
import { loadSpell } from "./pinyin";

let spell: Spell;
beforeAll(async () => {
  spell = await loadSpell();
});

const named = (...names: string[]) => ({ names });
const titles = (typed: string, ...all: string[]) => best(all.map((name) => named(name)), typed, spell, 9).map(({ names }) => names[0]);

describe("a name", () => {
  it.each([
    ["工单量", "gdl"],
    ["工单量", "gongdanliang"],
    ["工单量", "gongdan"],
    ["工单量", "gong'dan'l"],
    ["工单量", "gongd liang"],
    ["工单量", "ＧＤＬ"],
    ["故障率", "gzl"],
    ["故障率", "guzhanglv"],
    ["故障率", "guzhanglu"],
    ["故障率", "guzhl"],
    ["首次响应时长中位数", "xysc"],
    ["重庆市", "cq"],
    ["重复问题率", "cfwtl"],
    ["W10 机身漏水", "jsls"],
    ["W10 机身漏水", "w10js"],
    ["工单量", "单"],
    ["First response time", "response"],
    ["Tickets", "tick"],
  ])("%s is found by %s", (name, typed) => expect(match(named(name), typed, spell)).not.toBeNull());

  it.each([
    ["工单量", "gzl"],
    ["工单量", "gl"],
    ["工单量", "x"],
    ["Tickets", "tkts"],
    ["X30", "x31"],
  ])("%s is not found by %s", (name, typed) => expect(match(named(name), typed, spell)).toBeNull());

  it("is found as it is written while there is no dictionary", () => {
    expect(match(named("工单量"), "工单", null)).not.toBeNull();
    expect(match(named("工单量"), "gdl", null)).toBeNull();
  });

  it("that is the same comes first, then one that begins so, then words and letters within, then pinyin", () => {
    expect(titles("w10", "AW10", "生产批次 W-W10-2406", "W10 Plus", "W10")).toEqual(["W10", "W10 Plus", "生产批次 W-W10-2406", "AW10"]);
    expect(titles("gd", "总工单", "工单量", "GD-1", "工单")).toEqual(["GD-1", "工单", "工单量", "总工单"]);
  });

  it("that somebody else has for it is opened, and stands below its own", () => {
    const volume = { names: ["工单量"], also: ["工作量"] };
    const found = best([volume, named("故障率")], "gzl", spell, 9);
    expect(found.map(({ names, by }) => [names[0], by])).toEqual([["故障率", null], ["工单量", "工作量"]]);
    expect(match(volume, "gdl", spell)?.by).toBeNull();
  });

  it("that is long does not answer to initials", () => {
    expect(match({ names: ["乱收费"], written: ["故障 乱收费"] }, "gzl", spell)).toBeNull();
    expect(match({ names: ["乱收费"], written: ["故障 乱收费"] }, "故障 乱", spell)).not.toBeNull();
  });
});

const zh = (text: { zh: string } | null | undefined) => text?.zh ?? "";
const group = (key: string) => key;

describe("what is offered", () => {
  it("leaves out pages that a person may not see", () => {
    const paths = (may: (permission: string) => boolean) => pageEntries(PAGES, may, zh, group).map(({ to }) => to);
    expect(paths(() => false)).toEqual([]);
    expect(paths((permission) => permission === "signal.read")).toEqual(["/signals", "/signals/track-record"]);
    expect(paths((permission) => permission === "intake.read")).not.toContain("/data/upload");
    expect(paths(() => true)).toContain("/data/upload");
  });

  it("leads to a metric, and to tickets of a slice", () => {
    const unit = { key: "tickets", text: { zh: "件", en: "tickets" } };
    const [metric] = metricEntries([{ key: "ticket_count", title: { zh: "工单量", en: "Tickets" }, question: unit.text, unit, better: "lower", kind: "count", additive: true, of_tickets: true, definition: "", caveat: null }], zh);
    expect(metric).toMatchObject({ to: "/metrics?metric=ticket_count", also: ["工作量", "进线量", "workload", "volume"] });
    const [slice] = sliceEntries([{ dimension: "fault", title: { zh: "故障", en: "Fault" }, value: "漏水,异响" }], { to: "/tickets", note: "" }, String);
    expect(new URLSearchParams(slice?.to.split("?")[1]).get("where")).toBe("fault=漏水,异响");
  });

  it("takes a number for a ticket, and leaves out tickets that only mention it", () => {
    expect(["1121362", "XY-11", "T000001"].map(isNumber)).toEqual([true, true, true]);
    expect(["w1", "gzl", "12 34", ""].map(isNumber)).toEqual([false, false, false, false]);
    const ticket = (ticket_id: string) => ({ ticket_id, model: "W10", fault: null, category: "漏水", status: null }) as never;
    expect(ticketEntries([ticket("导出:XY-1121362"), ticket("导出:XY-7")], "xy-112").map(({ to }) => to)).toEqual([`/tickets/${encodeURIComponent("导出:XY-1121362")}`]);
  });

  it("stands under its kind, the kind of the best first and the full texts last", () => {
    const entry = (kind: Entry["kind"], rank: number) => ({ id: kind, kind, title: kind, to: "/", names: [], rank, by: null });
    expect(byKind([entry("search", 0), entry("pages", 5), entry("slices", 1), entry("metrics", 5)]).map(({ key }) => key)).toEqual(["slices", "pages", "metrics", "search"]);
  });
});

describe("the keys", () => {
  const pressed = (given: KeyboardEventInit & { keyCode?: number }, target: Element = document.body) => {
    let opened = false;
    const listen = (event: Event) => { opened = opens(event as KeyboardEvent); };
    target.addEventListener("keydown", listen);
    target.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...given }));
    target.removeEventListener("keydown", listen);
    return opened;
  };
  const within = (html: string) => {
    document.body.innerHTML = html;
    return document.body.querySelector("[data-here]") ?? document.body;
  };

  it("open it with a slash, Ctrl-K and ⌘K", () => {
    expect([{ key: "/" }, { key: "k", ctrlKey: true }, { key: "K", metaKey: true }, { key: "/", shiftKey: true }].map((keys) => pressed(keys))).toEqual([true, true, true, true]);
    expect([{ key: "k" }, { key: "/", ctrlKey: true }, { key: "k", ctrlKey: true, altKey: true }, { key: "k", ctrlKey: true, shiftKey: true }].map((keys) => pressed(keys))).toEqual([false, false, false, false]);
  });

  it("are silent while an input method composes", () => {
    expect(pressed({ key: "/", isComposing: true })).toBe(false);
    expect(pressed({ key: "k", ctrlKey: true, keyCode: 229 })).toBe(false);
  });

  it.each(["<input data-here>", "<textarea data-here></textarea>", "<select data-here></select>", '<div contenteditable="true"><b data-here>a</b></div>'])("leave the slash to %s, but not Ctrl-K", (html) => {
    expect(pressed({ key: "/" }, within(html))).toBe(false);
    expect(pressed({ key: "k", ctrlKey: true }, within(html))).toBe(true);
  });

  it("open it from a box to tick", () => {
    expect(pressed({ key: "/" }, within('<input type="checkbox" data-here>'))).toBe(true);
  });
});
