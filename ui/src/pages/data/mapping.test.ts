import { expect, it } from "vitest";
import type { Mapping, Target } from "../../api/intake";
import { grouped, holder, mappingOf, refact, reorder, retarget } from "./mapping";

const mapping: Mapping = {
  connector: "csv_file",
  tables: [
    { name: "a", fact: "tickets", columns: { id: "source_id", type: "kind", desc: null, phone: "personal.phone" }, formats: { at: "day-first" } },
    { name: "b", fact: "events", columns: { id: "source_id" }, formats: {} },
  ],
};
const first = (of: Mapping) => of.tables[0]?.columns;

it("takes a column for another field and loses none", () => {
  const after = retarget(mapping, "a", "desc", "kind");
  expect(first(after)).toEqual({ id: "source_id", type: null, desc: "kind", phone: "personal.phone" });
  expect(after.tables[1]).toBe(mapping.tables[1]);
  expect(first(retarget(mapping, "a", "id", null))).toEqual({ id: null, type: "kind", desc: null, phone: "personal.phone" });
});

it("keeps a column where it is when it is taken for what it was", () => {
  expect(first(retarget(mapping, "a", "type", "kind"))).toEqual(first(mapping));
});

it("lets several columns hold personal data of one kind", () => {
  const after = retarget(mapping, "a", "desc", "personal.phone");
  expect(first(after)).toMatchObject({ desc: "personal.phone", phone: "personal.phone" });
  const table = mapping.tables[0];
  expect(table && [holder(table, "kind"), holder(table, "personal.phone"), holder(table, null)]).toEqual(["type", null, null]);
});

it("matches columns anew under another fact", () => {
  expect(refact(mapping, "a", "customers").tables[0]).toEqual({ name: "a", fact: "customers", columns: {}, formats: {} });
});

it("sets and lifts the order of day and month", () => {
  expect(reorder(mapping, "a", "at", "month-first").tables[0]?.formats).toEqual({ at: "month-first" });
  expect(reorder(mapping, "a", "at", "").tables[0]?.formats).toEqual({});
});

it("says what was found as a mapping", () => {
  const column = { confidence: 1, why: { zh: "", en: "" }, samples: [] };
  const preview = { connector: "csv_file", tables: [{ name: "a", fact: "tickets", formats: {}, columns: [{ column: "id", target: "source_id", ...column }, { column: "x", target: null, ...column }] }] };
  expect(mappingOf(preview as never).tables[0]?.columns).toEqual({ id: "source_id", x: null });
});

it("puts fields into the groups that a person looks for them in", () => {
  const target = (key: string, kind: Target["kind"], needed = false): Target => ({ key, kind, needed, title: { zh: key, en: key } });
  const groups = grouped([target("created_at", "time", true), target("closed_at", "time"), target("sold_at", "date"), target("title", "text"), target("personal.name", "text")]);
  expect(groups.map(([group, members]) => [group, ...members.map(({ key }) => key)])).toEqual([
    ["groupNeeded", "created_at"],
    ["groupText", "title"],
    ["groupTime", "closed_at", "sold_at"],
    ["groupPersonal", "personal.name"],
  ]);
});
