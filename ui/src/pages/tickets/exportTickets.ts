/** The tickets of a search as a file, in their order. */
import { findTickets, LONGEST_PAGE, type Search, type TicketBrief } from "../../api/tickets";
import { csv } from "../../format";

export const EXPORT_LIMIT = 10_000;

interface Head {
  key: string;
  title: string;
}

/** `onProgress` is given how many are fetched. */
export async function ticketsCsv(search: Search, columns: Head[], onProgress: (fetched: number) => void, limit = EXPORT_LIMIT): Promise<string> {
  const found: TicketBrief[] = [];
  let total = limit;
  while (found.length < Math.min(total, limit)) {
    // Pages follow one another: the first tells how many there are.
    // oxlint-disable-next-line no-await-in-loop
    const page = await findTickets({ ...search, limit: Math.min(LONGEST_PAGE, limit - found.length), offset: found.length });
    total = page.total;
    found.push(...page.items);
    onProgress(found.length);
    if (!page.items.length) break;
  }
  return csv([columns.map(({ title }) => title), ...found.map((row) => columns.map(({ key }) => row[key as keyof TicketBrief] ?? null))]);
}
