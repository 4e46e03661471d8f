/** Any chart as a table: what the table view shows and the CSV holds. */
import type { ChartSpec } from "../../api/charts";
import type { Words } from "../../words";

export interface GridTable {
  head: Words[];
  /** The first cells are names (or first days of buckets), the others numbers. */
  rows: (string | number | null)[][];
  names: number;
}

const same = (text: string): Words => ({ zh: text, en: text });
const VALUE: Words = { zh: "数值", en: "value" };
const LOW: Words = { zh: "下限", en: "low" };
const HIGH: Words = { zh: "上限", en: "high" };
const EMPTY: Words = { zh: "项目", en: "item" };

export function gridOf(spec: ChartSpec): GridTable {
  if (spec.cells.length && spec.kind !== "mixrate") return cells(spec);
  const head: Words[] = [EMPTY];
  for (const one of spec.series) {
    head.push(spec.series.length > 1 ? one.name : VALUE);
    if (one.low.some((low) => low != null)) head.push(prefixed(one.name, LOW, spec), prefixed(one.name, HIGH, spec));
  }
  if (spec.band) head.push(LOW, HIGH);
  const rows = spec.x.map((x, i) => [
    spec.kind === "tree" ? x.split("\n").slice(1).join(" / ") : x,
    ...spec.series.flatMap((one) => (one.low.some((low) => low != null) ? [one.values[i] ?? null, one.low[i] ?? null, one.high[i] ?? null] : [one.values[i] ?? null])),
    ...(spec.band ? [spec.band.low[i] ?? null, spec.band.high[i] ?? null] : []),
  ]);
  return { head, rows, names: 1 };
}

function cells(spec: ChartSpec): GridTable {
  const two = spec.cells.some((cell) => cell.y);
  const head = [EMPTY, ...(two ? [EMPTY] : []), VALUE, same("n")];
  return { head, rows: spec.cells.map((cell) => [...(two ? [cell.y] : []), cell.x, cell.value, cell.n]), names: two ? 2 : 1 };
}

const prefixed = (name: Words, end: Words, spec: ChartSpec): Words =>
  spec.series.length > 1 ? { zh: `${name.zh} ${end.zh}`, en: `${name.en} ${end.en}` } : end;
