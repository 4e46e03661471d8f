/** The values of the dimensions that tickets have: the most frequent ones, and those that hold what was typed where there are more. */
import { useQueries } from "@tanstack/react-query";
import { useInstallation } from "../../api/installation";
import { useDimensions, VALUES, values } from "../../api/questions";
import type { Slice } from "./entries";

const STALE = 10 * 60_000;

/** `search`: nothing is searchable before something is typed. */
export function useSlices(search: string, enabled: boolean): { slices: Slice[]; loading: boolean } {
  const { data: installation } = useInstallation();
  const { data: dimensions = [] } = useDimensions();
  const recorded = installation?.recorded.dimensions ?? [];
  const searchable = enabled && search ? dimensions.filter(({ key, kind }) => kind === "text" && recorded.includes(key)) : [];
  const frequent = useQueries({ queries: searchable.map(({ key }) => ({ ...values(key, ""), staleTime: STALE })) });
  const long = searchable.filter((_, at) => (frequent[at]?.data?.length ?? 0) >= VALUES);
  const searched = useQueries({ queries: long.map(({ key }) => values(key, search)) });
  const slicesOf = (of: typeof searchable, answers: typeof frequent): Slice[] =>
    of.flatMap(({ key, title }, at) => (answers[at]?.data ?? []).flatMap(({ value }) => (value ? [{ dimension: key, title, value }] : [])));
  const all = [...slicesOf(searchable, frequent), ...slicesOf(long, searched)];
  const slices = [...new Map(all.map((one) => [`${one.dimension}=${one.value}`, one])).values()];
  return { slices, loading: [...frequent, ...searched].some(({ isLoading }) => isLoading) };
}
