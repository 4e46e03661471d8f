export { Chip, FilterBar, useFilterLabel } from "./FilterBar";
export { useDimensionName } from "./useDimensionName";
export { type Compare, type Filters, useFilters, USUAL_PERIOD } from "./useFilters";
export * from "./where";
