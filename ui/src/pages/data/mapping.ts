/** Corrections of a mapping, as pure steps from one to the next. */
import type { Mapping, Preview, TableMapping, Target } from "../../api/intake";

export const PERSONAL = "personal.";

/** What the server took a file for, as the mapping that says so. */
export const mappingOf = ({ connector, tables }: Preview): Mapping => ({
  connector,
  tables: tables.map(({ name, fact, columns, formats }) => ({ name, fact, formats, columns: Object.fromEntries(columns.map(({ column, target }) => [column, target])) })),
});

const changed = (mapping: Mapping, name: string, change: (table: TableMapping) => TableMapping): Mapping => ({
  ...mapping,
  tables: mapping.tables.map((table) => (table.name === name ? change(table) : table)),
});

/** The column that a field comes from now. Several columns may hold personal data of one kind; all else comes from one. */
export function holder(table: TableMapping, target: string | null): string | null {
  if (!target || target.startsWith(PERSONAL)) return null;
  return Object.entries(table.columns).find(([, own]) => own === target)?.[0] ?? null;
}

/** Take a column for another field. The one that had it is kept as an extra column: no column is ever lost. */
export const retarget = (mapping: Mapping, name: string, column: string, target: string | null): Mapping =>
  changed(mapping, name, (table) => {
    const before = holder(table, target);
    return { ...table, columns: { ...table.columns, ...(before && { [before]: null }), [column]: target } };
  });

/** Take a table for another fact. Its columns are matched anew, for the fields of a fact are its own. */
export const refact = (mapping: Mapping, name: string, fact: string): Mapping => changed(mapping, name, (table) => ({ ...table, fact, columns: {}, formats: {} }));

/** Say how the moments of a column are written; an empty order leaves it to what is found. */
export const reorder = (mapping: Mapping, name: string, column: string, order: string): Mapping =>
  changed(mapping, name, (table) => {
    const { [column]: _, ...rest } = table.formats;
    return { ...table, formats: order ? { ...rest, [column]: order } : rest };
  });

export type Group = "groupNeeded" | "groupText" | "groupTime" | "groupNumber" | "groupPersonal";

/** Fields in the groups that a person looks for them in; empty groups are left out. */
export function grouped(targets: Target[]): [Group, Target[]][] {
  const groups: Record<Group, Target[]> = { groupNeeded: [], groupText: [], groupTime: [], groupNumber: [], groupPersonal: [] };
  for (const target of targets) groups[groupOf(target)].push(target);
  return (Object.entries(groups) as [Group, Target[]][]).filter(([, members]) => members.length);
}

function groupOf({ key, kind, needed }: Target): Group {
  if (needed) return "groupNeeded";
  if (key.startsWith(PERSONAL)) return "groupPersonal";
  if (kind === "time" || kind === "date") return "groupTime";
  return kind === "text" ? "groupText" : "groupNumber";
}

export const isMoment = (targets: Target[], key: string | null): boolean => {
  const kind = targets.find((target) => target.key === key)?.kind;
  return kind === "time" || kind === "date";
};
