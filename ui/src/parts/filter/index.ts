export { Chip, FilterBar, useFilterLabel } from "./FilterBar";
export { useDimensionName } from "./useDimensionName";
export { type Compare, type Filters, useFilters, DEFAULT_PERIOD } from "./useFilters";
export * from "./where";
export { followed } from "./followed";
