/** Did it work? The outcome with its interval, and the plain before/after comparison, with why that misleads. */
import type { Effect, Verdict } from "../../../api/actions";
import { Chart } from "../../../parts/chart";
import { useLanguage, useText } from "../../../words";
import problems from "../../../words/problems";
import { bound, signed } from "./plan";

export function VerdictView({ verdict }: { verdict: Verdict }) {
  const t = useText(problems);
  const { say } = useLanguage();
  return (
    <div className="stack">
      <div className="problems-verdict">
        <section>
          <h4 className="note">{t("adjusted")}</h4>
          <p><strong>{say(verdict.title)}</strong>{verdict.effect && <> <Size effect={verdict.effect} /></>}</p>
          <p className="secondary">{say(verdict.sentence)}</p>
        </section>
        {verdict.naive && (
          <section className="naive">
            <h4 className="note">{t("naive")}</h4>
            <p><Size effect={verdict.naive} /></p>
            <p className="secondary">{say(verdict.naive_sentence)}</p>
          </section>
        )}
      </div>
      {verdict.chart.x.length > 0 && <Chart bare spec={verdict.chart} height={260} />}
      <p className="note">
        {t(verdict.final ? "judgedOn" : "checkedOn", { day: verdict.judged_on, count: verdict.weeks })}
        {!verdict.final && verdict.verdict_due_on && ` · ${t("verdictDueOn", { day: verdict.verdict_due_on })}`}
      </p>
    </div>
  );
}

function Size({ effect }: { effect: Effect }) {
  const t = useText(problems);
  return <><span className="problems-effect">{signed(effect.ratio)}</span> <span className="note">{t("intervalOf", { low: bound(effect.interval.low), high: bound(effect.interval.high) })}</span></>;
}
