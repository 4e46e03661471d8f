import { type Metric, useAnswer } from "../../api/questions";
import { Button } from "../../parts/Button";
import { Chart } from "../../parts/chart";
import { useDimensionName } from "../../parts/filter";
import { message } from "../../parts/messages";
import { Await } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/metrics";
import { UsedBy } from "./UsedBy";

export function MetricDetail({ metric }: { metric: Metric }) {
  const t = useText(words);
  const { say } = useLanguage();
  const trend = useAnswer({ metrics: [metric.key], period: "last-52-weeks", grain: "week", chart: "trend" });
  return (
    <div className="stack">
      <p>{say(metric.question)}</p>
      <Await query={trend} height={280}>{(data) => data.chart && <Chart spec={data.chart} height={220} />}</Await>
      <div className="row"><Button to={`/explain?metric=${metric.key}&period=last-8-weeks`} type="primary">{t("explain")}</Button></div>
      <dl className="facts">
        <dt>{t("key")}</dt><dd className="mono">{metric.key} · {metric.definition}</dd>
        <dt>{t("unit")}</dt><dd>{say(metric.unit.text)}</dd>
        <dt>{t("better")}</dt><dd>{t(metric.better)}</dd>
        <dt>{t("made")}</dt><dd><Parts metric={metric} /></dd>
        <dt>{t("cuts")}</dt><dd><Names keys={metric.cuts} /></dd>
        {metric.refused_cuts.length > 0 && <><dt>{t("refused")}</dt><dd className="secondary"><Names keys={metric.refused_cuts} /></dd></>}
        {metric.caveat && <><dt>{t("caveat")}</dt><dd>{say(metric.caveat)}</dd></>}
        <dt>{t("usedBy")}</dt><dd><UsedBy metric={metric.key} /></dd>
      </dl>
      <Sql sql={metric.sql} />
    </div>
  );
}

function Parts({ metric }: { metric: Metric }) {
  const t = useText(words);
  return (
    <>
      {metric.parts.map((part, place) => (
        <p key={place === 0 ? "numerator" : "denominator"}>
          {t(place === 0 ? "numeratorOf" : "denominatorOf", { fact: part.fact, anchor: part.anchor })}
          {part.distinct && ` · ${t("distinct")}`}
          {part.leaves && ` · ${t("stockUntil", { leaves: part.leaves })}`}
        </p>
      ))}
      <p className="note">{t(metric.additive ? "additive" : "notAdditive")}</p>
    </>
  );
}

function Names({ keys }: { keys: string[] }) {
  const { language } = useLanguage();
  return <>{keys.map(useDimensionName()).join(language === "zh" ? "、" : ", ")}</>;
}

function Sql({ sql }: { sql: string }) {
  const t = useText(words);
  const copy = () => navigator.clipboard.writeText(sql).then(() => message.success(t("copied")));
  return (
    <section className="stack-8">
      <div className="row"><h3 className="strong grow">SQL</h3><Button size="small" onClick={() => void copy()}>{t("copySql")}</Button></div>
      <pre className="mono sql" tabIndex={0}>{sql}</pre>
    </section>
  );
}
