import { useDimensions } from "../../api/questions";
import { useLanguage } from "../../words";

/** The name of a dimension. One that sources brought along may be known under several names; the first is told. */
export function useDimensionName(): (key: string) => string {
  const { say } = useLanguage();
  const { data: dimensions = [] } = useDimensions();
  return (key) => say(dimensions.find((one) => one.key === key)?.title) || brought(key);
}

/** `extra.手机系统|phone_os` is 手机系统. */
export const brought = (key: string): string => key.replace(/^extra\./, "").split("|")[0] ?? key;
