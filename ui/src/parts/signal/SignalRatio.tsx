import type { Signal } from "../../api/signals";
import { times } from "../../format";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";

const AGAINST = { weekly: "times_weekly", gap: "times_gap", limit: "times_limit" } as const;

/** How far out of line: ▲ 预期的 4.9 倍. Signals are about what got worse, so it is red. */
export function SignalRatio({ signal }: { signal: Pick<Signal, "ratio" | "rule"> }) {
  const t = useText(signals);
  const { language } = useLanguage();
  const key = AGAINST[signal.rule as keyof typeof AGAINST] ?? "times_weekly";
  return <span className="worse">▲ {t(key, { times: times(signal.ratio, language) })}</span>;
}
