/** Tokens as values, for libraries that cannot read var(): charts and the component theme. */
export function ink(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export const seriesInk = (): string[] => [1, 2, 3, 4, 5, 6].map((n) => ink(`series-${n}`));
