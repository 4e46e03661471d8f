/** The signal in figures, and who has it. */
import { useToday } from "../../api/installation";
import type { ProblemBrief } from "../../api/problems";
import { useMetrics } from "../../api/questions";
import type { SignalDetail } from "../../api/signals";
import { count, day, interval, number } from "../../format";
import { Card } from "../../parts/Page";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";
import { SignalRatio } from "../../parts/signal/SignalRatio";
import { counted } from "../../parts/signal/describe";
import { Who } from "./Who";

export function Head({ signal, problem }: { signal: SignalDetail; problem: ProblemBrief | undefined }) {
  const t = useText(signals);
  const { language, say } = useLanguage();
  const today = useToday();
  const { data: metrics = [] } = useMetrics();
  const metric = metrics.find(({ key }) => key === signal.metric);
  const on = (iso: string) => day(iso, language, today);
  const figures = { observed: count(signal.observed), expected: count(signal.expected) };
  return (
    <Card>
      <div className="signals-head">
        <div>
          <span className="note">{t("size")}</span>
          <span className="signals-size"><SignalRatio signal={signal} /></span>
          <span className="note">
            {t("intervalOf", { range: interval(signal.interval.low, signal.interval.high) })}
            {counted(signal) && ` · ${t(signal.rule === "limit" ? "limitOf" : "observedOf", figures)}`}
          </span>
          {signal.limit !== null && metric && <span className="note">{t("limitIs", { limit: number(signal.limit, metric.unit.key), unit: say(metric.unit.text) })}</span>}
        </div>
        <div>
          <span className="note">{t("since")}</span>
          <span>{t("sinceOf", { day: on(signal.period.start) })} · {signal.rule === "daily" ? t("days", { count: signal.window_days }) : t("weeks", { count: signal.window_weeks })}</span>
          <span className="note">{t("foundAt", { found: on(signal.found_at), seen: on(signal.last_seen) })}</span>
        </div>
        <div>
          <span className="note">{t("who")}</span>
          <Who signal={signal} problem={problem} />
          {problem && <span className="note lines-2">{problem.title}</span>}
        </div>
      </div>
    </Card>
  );
}
