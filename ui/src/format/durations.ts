/** Elapsed time as a person says it. */
import type { Language } from "../words";
import { number, UNKNOWN, type Value } from "./numbers";

/** 45 分钟, 3.5 小时, 2 天 4 小时. */
export function hours(value: Value, language: Language): string {
  if (value == null || !Number.isFinite(value)) return UNKNOWN;
  const zh = language === "zh";
  if (value < 1) return `${Math.round(value * 60)} ${zh ? "分钟" : "min"}`;
  if (value < 48) return `${number(Math.round(value * 10) / 10)} ${zh ? "小时" : "h"}`;
  const days = Math.floor(value / 24);
  const rest = Math.round(value % 24);
  const tail = rest && days < 10 ? ` ${rest} ${zh ? "小时" : "h"}` : "";
  return `${number(days)} ${zh ? "天" : "d"}${tail}`;
}

/** Seconds of waiting: 8 秒, 2 分 5 秒. */
export function seconds(value: number, language: Language): string {
  const whole = Math.round(value);
  const zh = language === "zh";
  if (whole < 60) return `${whole} ${zh ? "秒" : "s"}`;
  return zh ? `${Math.floor(whole / 60)} 分 ${whole % 60} 秒` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
