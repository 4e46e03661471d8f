/** The life of one group: at which age it fails, what is still to come, and what that costs. */
import { useState } from "react";
import { Link } from "react-router";
import { type By, type Life, useLife, type Where } from "../../api/reliability";
import { count, number, percent } from "../../format";
import { Button } from "../../parts/Button";
import { Chart } from "../../parts/chart";
import { Field } from "../../parts/Field";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/reliability";

interface Props {
  by: By;
  group: Where;
  fault: string | null;
  onClose: () => void;
}

export function LifeCard({ by, group, fault, onClose }: Props) {
  const t = useText(words);
  const [typed, setTyped] = useState("");
  const [cost, setCost] = useState("");
  const where: Where = fault ? { fault } : {};
  const life = useLife(by, group, where, cost);
  const named = Object.values({ ...group, ...where }).join(" · ");
  const tickets = new URLSearchParams([["period", "all"], ...Object.entries({ ...group, ...where }).map(([name, value]) => ["where", `${name}=${value}`])]);
  const change = (text: string) => {
    setTyped(text);
    // What is not a number yet is not asked for.
    if (text === "" || Number(text) >= 0) setCost(text.trim());
  };
  return (
    <Card title={named} actions={<Button size="small" onClick={onClose}>{t("back")}</Button>}>
      <Await query={life} height={640}>
        {(told) => (
          <div className="stack">
            <Finding told={told} />
            <div className="grid">
              <div className="half"><Chart spec={told.charts.ages} height={260} /></div>
              <div className="half"><Chart spec={told.charts.outlook} height={260} /></div>
            </div>
            <div className="reliability-cost">
              <Field label={t("cost")} value={typed} onChange={change} inputMode="decimal" />
              {told.cost && <Costs cost={told.cost} />}
            </div>
            <div><Link to={`/tickets?${tickets}`}>{t("tickets")}</Link></div>
          </div>
        )}
      </Await>
    </Card>
  );
}

function Finding({ told }: { told: Life }) {
  const t = useText(words);
  const { say } = useLanguage();
  const { life, outlook } = told;
  const ladder = outlook.chain_ladder?.reduce((sum, value) => sum + value, 0);
  return (
    <div className="stack-8">
      <p className="strong">{say(told.sentence)}</p>
      <p>{life ? t(life.start > 0 ? "fittedFrom" : "fitted", { start: life.start, share: percent(life.share.median), low: percent(life.share.low), high: percent(life.share.high), scale: number(life.scale.median), shape: number(life.shape.median) }) : t("fittedNot")}</p>
      <p className="note">
        {[
          ladder !== undefined && t("ladder", { n: count(ladder) }),
          told.unplaced >= 0.005 && t("unplaced", { share: percent(told.unplaced) }),
          told.before > 0 && t("before", { n: count(told.before) }),
        ].filter(Boolean).join(" · ")}
      </p>
    </div>
  );
}

function Costs({ cost }: { cost: NonNullable<Life["cost"]> }) {
  const t = useText(words);
  return (
    <dl className="reliability-costs">
      <div><dt className="note">{t("costSoFar")}</dt><dd className="strong">{t("money", { value: count(cost.so_far) })}</dd></div>
      <div><dt className="note">{t("costAhead")}</dt><dd className="strong">{t("moneyOf", { value: count(cost.expected), low: count(cost.low), high: count(cost.high) })}</dd></div>
    </dl>
  );
}
