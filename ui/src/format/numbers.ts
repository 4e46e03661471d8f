/** Numbers as ui.md rule 3 asks: thousands commas, a true minus, unknown as a dash, 万 and 亿 on cards. */
import type { Language } from "../words";

export const UNKNOWN = "—";
export type Value = number | null | undefined;

const MINUS = "−";

/** A figure in its unit's usual precision; a share as per cent. The full value, for tables and for hovering. */
export function number(value: Value, unit = ""): string {
  if (value == null || !Number.isFinite(value)) return UNKNOWN;
  if (unit === "ratio") return percent(value);
  return grouped(value, digits(value));
}

/** A change: with its sign, be it a plus. */
export function signed(value: Value, unit = ""): string {
  return `${(value ?? 0) > 0 ? "+" : ""}${number(value, unit)}`;
}

/** As `number`, with 万 from 100,000 and 亿 from 10⁸ (k and M in English): for cards. */
export function compact(value: Value, unit: string, language: Language): string {
  if (value == null || !Number.isFinite(value) || unit === "ratio" || Math.abs(value) < 100_000) return number(value, unit);
  const size = Math.abs(value);
  if (language === "zh") return size >= 1e8 ? `${grouped(value / 1e8, 2)} 亿` : `${grouped(value / 1e4, 1)} 万`;
  return size >= 1e6 ? `${grouped(value / 1e6, 2)}M` : `${grouped(value / 1e3, 0)}k`;
}

/** A share as per cent with at most two decimals: two below 1 %, one below 20 %. */
export function percent(share: Value): string {
  if (share == null || !Number.isFinite(share)) return UNKNOWN;
  const size = Math.abs(share * 100);
  return `${grouped(share * 100, size >= 20 || size === 0 ? 0 : size >= 1 ? 1 : 2)}%`;
}

/** A whole number with thousands commas. */
export function count(value: Value): string {
  return value == null || !Number.isFinite(value) ? UNKNOWN : grouped(value, 0);
}

/** `low–high`, or a dash where either end is unknown. */
export function interval(low: Value, high: Value, unit = ""): string {
  return low == null || high == null ? UNKNOWN : `${number(low, unit)}–${number(high, unit)}`;
}

/** A factor: 2.4 倍, 2.4×. */
export function times(factor: Value, language: Language): string {
  if (factor == null || !Number.isFinite(factor)) return UNKNOWN;
  return `${grouped(factor, Math.abs(factor) < 10 ? 1 : 0)}${language === "zh" ? " 倍" : "×"}`;
}

/** Bytes in the usual steps. */
export function bytes(size: Value): string {
  if (size == null) return UNKNOWN;
  const steps = ["B", "KiB", "MiB", "GiB"];
  const step = Math.min(Math.floor(Math.log2(Math.max(size, 1)) / 10), steps.length - 1);
  return `${grouped(size / 2 ** (10 * step), step ? 1 : 0)} ${steps[step]}`;
}

function digits(value: number): number {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 1000) return 0;
  return size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.01 ? 2 : 4;
}

function grouped(value: number, decimals: number): string {
  const rounded = Number(value.toFixed(decimals));
  return (rounded === 0 ? 0 : rounded)
    .toLocaleString("en-US", { minimumFractionDigits: 0, maximumFractionDigits: decimals })
    .replace("-", MINUS);
}
