/** The signal in figures, and who has it. */
import { useToday } from "../../api/installation";
import type { ProblemBrief } from "../../api/problems";
import type { SignalDetail } from "../../api/signals";
import { count, day, interval } from "../../format";
import { Card } from "../../parts/Page";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";
import { How } from "./How";
import { counted } from "./tell";
import { Who } from "./Who";

export function Head({ signal, problem }: { signal: SignalDetail; problem: ProblemBrief | undefined }) {
  const t = useText(signals);
  const { language } = useLanguage();
  const today = useToday();
  const on = (iso: string) => day(iso, language, today);
  const figures = { observed: count(signal.observed), expected: count(signal.expected) };
  return (
    <Card>
      <div className="signals-head">
        <div>
          <span className="note">{t("size")}</span>
          <span className="signals-size"><How signal={signal} /></span>
          <span className="note">
            {t("intervalOf", { range: interval(signal.low, signal.high) })}
            {counted(signal) && ` · ${t(signal.rule === "limit" ? "limitOf" : "observedOf", figures)}`}
          </span>
        </div>
        <div>
          <span className="note">{t("since")}</span>
          <span>{t("sinceOf", { day: on(signal.since) })} · {t("weeks", { n: signal.window_weeks })}</span>
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
