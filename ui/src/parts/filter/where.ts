/** A filter as text, `province=北京,上海`, the same as the server reads it. */

export type Op = "=" | "!=" | "~";

export interface Filter {
  dimension: string;
  op: Op;
  values: string[];
}

export function readFilter(text: string): Filter | null {
  const found = text.match(/^([^=!~]+)(!=|=|~)(.*)$/s);
  if (!found?.[1]) return null;
  const [, dimension, op, value = ""] = found;
  return { dimension, op: op as Op, values: op === "~" ? [value] : value.split(",") };
}

export const writeFilter = ({ dimension, op, values }: Filter): string => `${dimension}${op}${values.join(",")}`;

/** A slice, `{province: "北京"}`, as filters. An empty value means unknown. */
export const whereOf = (slice: Record<string, string | number | null>): string[] => Object.entries(slice).map(([dimension, value]) => `${dimension}=${value ?? ""}`);

/** The filters without those on these dimensions: a chart ignores the filter that comes from itself. */
export const without = (where: string[], dimensions: string[]): string[] => where.filter((text) => !dimensions.includes(readFilter(text)?.dimension ?? ""));

/** The values that one dimension is filtered to. */
export function chosen(where: string[], dimension: string): string[] {
  return where.flatMap((text) => {
    const filter = readFilter(text);
    return filter?.dimension === dimension && filter.op === "=" ? filter.values : [];
  });
}

/** Filter to this slice; where exactly that is the filter already, lift it. */
export function toggled(where: string[], slice: Record<string, string>): string[] {
  const wanted = whereOf(slice);
  const rest = without(where, Object.keys(slice));
  return wanted.every((text) => where.includes(text)) ? rest : [...rest, ...wanted];
}
