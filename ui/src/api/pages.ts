/** Lists that the server sends in pages, asked for as a whole. */

interface PageOf<T> {
  items: T[];
  next: number | null;
}

export const LONGEST_PAGE = 500;

/** All items of a list, page after page: `everything((page) => answer(client.GET("/api/problems", { params: { query: page } })))`. */
export async function everything<T>(fetchPage: (page: { limit: number; offset: number }) => Promise<PageOf<T>>): Promise<T[]> {
  const all: T[] = [];
  let offset: number | null = 0;
  while (offset !== null) {
    const page: PageOf<T> = await fetchPage({ limit: LONGEST_PAGE, offset });
    all.push(...page.items);
    offset = page.next;
  }
  return all;
}
