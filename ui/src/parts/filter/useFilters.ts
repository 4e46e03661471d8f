/** The filters of a page. They live in the URL, so that a page can be sent to somebody. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { toggled } from "./where";

export type Compare = "previous" | "year";

export interface Filters {
  period: string;
  where: string[];
  compare: Compare;
  set: (change: Partial<Pick<Filters, "period" | "where" | "compare">>) => void;
  /** Filter to a slice by a click in a chart, or lift that filter. */
  toggle: (slice: Record<string, string>) => void;
  clear: () => void;
}

export const DEFAULT_PERIOD = "last-8-weeks";

export function useFilters(fallback = DEFAULT_PERIOD): Filters {
  const [params, setParams] = useSearchParams();
  const period = params.get("period") ?? fallback;
  const compare: Compare = params.get("compare") === "year" ? "year" : "previous";
  const listed = params.getAll("where").join("\n");
  const where = useMemo(() => (listed ? listed.split("\n") : []), [listed]);
  const set = useCallback<Filters["set"]>(
    (change) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          if (change.period) next.set("period", change.period);
          if (change.compare) next.set("compare", change.compare);
          if (change.where) {
            next.delete("where");
            for (const text of change.where) next.append("where", text);
          }
          // Another filter begins at the first page.
          next.delete("offset");
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return {
    period,
    where,
    compare,
    set,
    toggle: (slice) => set({ where: toggled(where, slice) }),
    clear: () => set({ where: [] }),
  };
}
