/** Slices that an action may be compared with: the same fault, other values of one dimension. */
import { useQueries } from "@tanstack/react-query";
import { filterText, type Slice } from "../../../api/slices";
import { answer, useDimensions } from "../../../api/questions";
import { comparable, others } from "./plan";

export interface Suggestion {
  dimension: string;
  values: string[];
  /** Tickets of the last year. */
  n: number;
  where: Slice;
}

const MOST_DIMENSIONS = 3;

export function useSuggestions(where: Slice): { suggestions: Suggestion[]; asking: boolean } {
  const { data: dimensions = [] } = useDimensions();
  const tried = comparable(where).slice(0, MOST_DIMENSIONS).map((key) => ({ key, parent: dimensions.find((one) => one.key === key)?.parent ?? null }));
  const answers = useQueries({
    queries: tried.map(({ key, parent }) => {
      const rest = Object.fromEntries(Object.entries(where).filter(([other]) => other !== key && other !== parent));
      return answer({ metrics: ["ticket_count"], cuts: parent ? [parent, key] : [key], where: filterText(rest), period: "last-52-weeks", order: "-value", limit: 200 });
    }),
  });
  const suggestions = tried.flatMap((dimension, i) => {
    const { values, n } = others(answers[i]?.data?.cells ?? [], dimension, where[dimension.key] ?? []);
    return values.length ? [{ dimension: dimension.key, values, n, where: { ...where, [dimension.key]: values } }] : [];
  });
  return { suggestions, asking: answers.some(({ isLoading }) => isLoading) };
}
