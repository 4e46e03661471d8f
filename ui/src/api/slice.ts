/** A slice; several values of a dimension stand with commas between. */
export type Slice = Record<string, string>;
