/** The problems of an import as a file, page by page. */
import { PROBLEMS_LIMIT, type RowProblems, rowProblems } from "../../../api/intake";
import { csv } from "../../../format";
import type { Language } from "../../../words";

export const EXPORT_LIMIT = 10_000;

export async function problemsCsv(batch: string, rule: string, head: string[], language: Language, limit = EXPORT_LIMIT): Promise<string> {
  const found: RowProblems["items"] = [];
  let [total, titles]: [number, Map<string, string>] = [limit, new Map()];
  while (found.length < Math.min(total, limit)) {
    // One page tells how long the next ones must go on: they follow one another.
    // oxlint-disable-next-line no-await-in-loop
    const page = await rowProblems(batch, rule, Math.min(PROBLEMS_LIMIT, limit - found.length), found.length);
    total = page.total;
    titles = new Map(page.by_rule.map((one) => [one.rule, one.title[language]]));
    found.push(...page.items);
    if (!page.items.length) break;
  }
  return csv([head, ...found.map((row) => [row.line || null, row.column, row.value, titles.get(row.rule) ?? row.rule, row.reason[language]])]);
}
