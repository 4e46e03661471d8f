/** Dates as ui.md rule 4 asks. All moments are in the company's zone and carry none themselves. */
import type { Language } from "../words";
import { UNKNOWN } from "./numbers";

type Text = string | null | undefined;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY = 86_400_000;

/** Today in a time zone, as 2026-03-05. */
export function today(zone: string, now = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(now);
}

/** 今天 14:05, 3月5日 14:05, or with its year where that is another. */
export function moment(iso: Text, language: Language, todayIs: string): string {
  if (!iso) return UNKNOWN;
  const time = iso.slice(11, 16);
  const on = iso.slice(0, 10) === todayIs ? (language === "zh" ? "今天" : "today") : day(iso, language, todayIs);
  return time ? `${on} ${time}` : on;
}

/** 3月5日, or 2025年3月5日 where the year is another than today's. */
export function day(iso: Text, language: Language, todayIs = ""): string {
  const found = parts(iso);
  if (!found) return UNKNOWN;
  const [year, month, date] = found;
  const same = todayIs.slice(0, 4) === String(year);
  if (language === "zh") return `${same ? "" : `${year}年`}${month}月${date}日`;
  return `${date} ${MONTHS[month - 1]}${same ? "" : ` ${year}`}`;
}

/** A moment for tables: 2025-12-31 14:05. */
export function stamp(iso: Text): string {
  return iso ? iso.slice(0, 16).replace("T", " ") : UNKNOWN;
}

/** The day before: the last one of a period whose end is no longer in it. */
export function dayBefore(iso: string): string {
  return new Date(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
}

/** 2026-W09（3月2日–8日）; in English 2026-W09 (2–8 Mar). */
export function week(monday: Text, language: Language): string {
  const found = parts(monday);
  if (!found) return UNKNOWN;
  const last = new Date(Date.UTC(found[0], found[1] - 1, found[2]) + 6 * DAY);
  const [, month, date] = found;
  const [endMonth, endDate] = [last.getUTCMonth() + 1, last.getUTCDate()];
  if (language === "zh") return `${isoWeek(found)}（${month}月${date}日–${endMonth === month ? "" : `${endMonth}月`}${endDate}日）`;
  const from = endMonth === month ? `${date}` : `${date} ${MONTHS[month - 1]}`;
  return `${isoWeek(found)} (${from}–${endDate} ${MONTHS[endMonth - 1]})`;
}

/** A bucket of time by its first day, short enough for an axis. */
export function bucket(first: string, grain: string | null | undefined, language: Language): string {
  const found = parts(first);
  if (!found) return first || UNKNOWN;
  const [year, month, date] = found;
  switch (grain) {
    case "year":
      return language === "zh" ? `${year}年` : `${year}`;
    case "quarter":
      return language === "zh" ? `${year}年第${Math.ceil(month / 3)}季度` : `Q${Math.ceil(month / 3)} ${year}`;
    case "month":
      return language === "zh" ? `${year}年${month}月` : `${MONTHS[month - 1]} ${year}`;
    default:
      return language === "zh" ? `${month}月${date}日` : `${date} ${MONTHS[month - 1]}`;
  }
}

/** The steps between the buckets of an axis, from their first days. */
export function grainOf(x: string[]): string {
  if (x.length < 2) return "day";
  const gap = (Date.parse(x[1] ?? "") - Date.parse(x[0] ?? "")) / DAY;
  return gap > 300 ? "year" : gap > 80 ? "quarter" : gap > 27 ? "month" : gap > 6 ? "week" : "day";
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY);
}

/** A date so many days later. */
export function plusDays(iso: string, days: number): string {
  return new Date(Date.parse(iso.slice(0, 10)) + days * DAY).toISOString().slice(0, 10);
}

function parts(iso: Text): [number, number, number] | null {
  const found = iso?.match(/^(\d{4})-(\d{2})-(\d{2})/);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : null;
}

function isoWeek([year, month, date]: [number, number, number]): string {
  const thursday = new Date(Date.UTC(year, month - 1, date));
  thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7));
  const days = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY;
  return `${thursday.getUTCFullYear()}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}`;
}
