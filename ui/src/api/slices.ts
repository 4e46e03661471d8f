/** A slice: values by dimension, as answers name it, and as filters in an address. */
export type Slice = Record<string, string[]>;

/** The filters that select a slice: `province=北京市`, several values with commas. */
export const filterText = (slice: Slice): string[] => Object.entries(slice).map(([name, values]) => `${name}=${values.join(",")}`);

/** The slice that such filters select. */
export const sliceOf = (filters: string[]): Slice =>
  Object.fromEntries(filters.map((text) => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1).split(",")]));

/** The values of a slice in one line. */
export const sliceName = (slice: Slice): string => Object.values(slice).map((values) => values.join("、")).join(" · ");
