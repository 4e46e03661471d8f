/** Two hex colours mixed; share 0 gives the first. */
export function mixed(one: string, other: string, share: number): string {
  const part = Math.min(Math.max(share, 0), 1);
  const [a, b] = [channels(one), channels(other)];
  return `#${a.map((value, i) => Math.round(value + ((b[i] ?? 0) - value) * part).toString(16).padStart(2, "0")).join("")}`;
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) || 0);
