/** The life of one group: at which age it fails, what is still to come, and what that costs. */
import { useState } from "react";
import { Link } from "react-router";
import { type Grouping, type Life, useLife } from "../../api/reliability";
import { filterText, type Slice, sliceName } from "../../api/slices";
import { count, number, percent } from "../../format";
import { Button } from "../../parts/Button";
import { Chart } from "../../parts/chart";
import { Field } from "../../parts/Field";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/reliability";

interface Props {
  by: Grouping;
  group: Slice;
  fault: string | null;
  onClose: () => void;
}

export function LifeCard({ by, group, fault, onClose }: Props) {
  const t = useText(words);
  const [typed, setTyped] = useState("");
  const [cost, setCost] = useState("");
  const where: Slice = fault ? { fault: [fault] } : {};
  const life = useLife(by, group, where, cost);
  const chosen = { ...group, ...where };
  const tickets = new URLSearchParams([["period", "all"], ...filterText(chosen).map((text) => ["where", text])]);
  const change = (text: string) => {
    setTyped(text);
    // What is not a number yet is not asked for.
    if (text === "" || Number(text) >= 0) setCost(text.trim());
  };
  return (
    <Card title={sliceName(chosen)} actions={<Button size="small" onClick={onClose}>{t("back")}</Button>}>
      <Await query={life} height={640}>
        {(shown) => (
          <div className="stack">
            <Finding shown={shown} />
            <div className="grid">
              <div className="half"><Chart spec={shown.charts.ages} height={260} /></div>
              <div className="half"><Chart spec={shown.charts.failure_forecast} height={260} /></div>
            </div>
            <div className="reliability-cost">
              <Field label={t("cost")} value={typed} onChange={change} inputMode="decimal" />
              {shown.cost && <Costs cost={shown.cost} />}
            </div>
            <div><Link to={`/tickets?${tickets}`}>{t("tickets")}</Link></div>
          </div>
        )}
      </Await>
    </Card>
  );
}

function Finding({ shown }: { shown: Life }) {
  const t = useText(words);
  const { say } = useLanguage();
  const { weibull, failure_forecast: ahead } = shown;
  const ladder = ahead.chain_ladder?.reduce((sum, value) => sum + value, 0);
  return (
    <div className="stack-8">
      <p className="strong">{say(shown.sentence)}</p>
      <p>{weibull ? t(weibull.start > 0 ? "fittedFrom" : "fitted", fitted(weibull)) : t("fittedNot")}</p>
      <p className="note">
        {[
          ladder !== undefined && t("ladder", { n: count(ladder) }),
          shown.unassigned_failures >= 0.005 && t("unassigned", { share: percent(shown.unassigned_failures) }),
          shown.failures_before_record > 0 && t("before", { n: count(shown.failures_before_record) }),
        ].filter(Boolean).join(" · ")}
      </p>
    </div>
  );
}

function fitted({ failing_fraction: fraction, scale_months: scale, shape, start }: NonNullable<Life["weibull"]>) {
  const { low, high } = fraction.interval;
  return { start, share: percent(fraction.median), low: percent(low), high: percent(high), scale: number(scale.median), shape: number(shape.median) };
}

function Costs({ cost }: { cost: NonNullable<Life["cost"]> }) {
  const t = useText(words);
  return (
    <dl className="reliability-costs">
      <div><dt className="note">{t("costSoFar")}</dt><dd className="strong">{t("money", { value: count(cost.so_far) })}</dd></div>
      <div><dt className="note">{t("costAhead")}</dt><dd className="strong">{t("moneyOf", { value: count(cost.expected), low: count(cost.interval.low), high: count(cost.interval.high) })}</dd></div>
    </dl>
  );
}
