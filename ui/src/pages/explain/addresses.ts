import type { Why } from "../../api/explain";

/** The span and the filters of a question, narrowed to a slice, as an address takes them. */
export function paramsOf(why: Why, slice: Record<string, string>): string {
  const params = new URLSearchParams({ period: why.period });
  for (const text of [...why.where, ...Object.entries(slice).map(([key, value]) => `${key}=${value}`)]) params.append("where", text);
  return params.toString();
}
