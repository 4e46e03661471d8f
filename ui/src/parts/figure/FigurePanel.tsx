/** What is behind a figure. */
import { useAnswer, useMetrics } from "../../api/questions";
import { count, dayBefore, interval, number } from "../../format";
import { useLanguage, useText } from "../../words";
import parts from "../../words/parts";
import { Button } from "../Button";
import { Chip, whereOf } from "../filter";
import { message } from "../messages";
import { Side } from "../Side";
import { Await } from "../states";
import { ChangeMark } from "./ChangeMark";
import type { FigureProps } from "./Figure";
import { RowsPanel } from "./RowsPanel";

export default function FigurePanel({ brief, cell, question, onClose }: FigureProps & { onClose: () => void }) {
  const t = useText(parts);
  const { say } = useLanguage();
  const where = [...(question.where ?? []), ...whereOf(timeless(cell.at))];
  const unit = brief.unit.key;
  return (
    <Side open onClose={onClose} title={say(brief.title)}>
      <div className="stack">
        <div className="row">
          <span className="figure-value">{number(cell.value, unit)}</span>
          {unit !== "ratio" && <span className="note">{say(brief.unit.text)}</span>}
          <ChangeMark change={cell.compare} better={brief.better} unit={unit} />
        </div>
        <p className="note">
          {t("interval", { range: interval(cell.interval?.low, cell.interval?.high, unit), n: count(cell.n) })}
          {cell.compare && ` · ${t("before", { value: number(cell.compare.before.value, unit) })}`}
        </p>
        <div className="row">
          <Button to={`/explain?${linkTo(brief.key, where, question.period, question.compare)}`} type="primary">{t("why")}</Button>
          <Button to={`/tickets?${linkTo(null, where, question.period)}${brief.of_tickets ? `&counted_in=${brief.key}` : ""}`}>{t("seeTickets")}</Button>
        </div>
        <dl className="facts">
          <dt>{t("definition")}</dt>
          <dd>{say(brief.question)} <span className="note">{t("version", { version: brief.definition })}</span></dd>
          {brief.caveat && <><dt>{t("caveat")}</dt><dd>{say(brief.caveat)}</dd></>}
          <dt>{t("period")}</dt>
          <dd><Period question={question} /></dd>
          <dt>{t("filters")}</dt>
          <dd className="row">{where.length ? where.map((text) => <Chip key={text} text={text} />) : t("noFilters")}</dd>
        </dl>
        <RowsPanel request={{ ...question, metrics: [brief.key], at: cell.at, chart: null }} hasDenominator={brief.kind !== "count"} />
        <Sql metric={brief.key} question={question} />
      </div>
    </Side>
  );
}

function Period({ question }: { question: FigureProps["question"] }) {
  const t = useText(parts);
  const { data } = useAnswer(question);
  return <>{data?.period ? `${data.period.start} – ${dayBefore(data.period.end)}` : t("allTime")}</>;
}

/** The statement that was run; where the answer is gone, the metric's own. */
function Sql({ metric, question }: { metric: string; question: FigureProps["question"] }) {
  const t = useText(parts);
  const metrics = useMetrics();
  const { data: answered } = useAnswer(question);
  return (
    <section className="stack-8">
      <Await query={metrics}>
        {(all) => {
          const sql = answered?.sql ?? all.find((one) => one.key === metric)?.sql ?? "";
          const copy = () => navigator.clipboard.writeText(sql).then(() => message.success(t("copied")));
          return (
            <>
              <div className="row"><h3 className="strong grow">{t("sql")}</h3><Button size="small" onClick={() => void copy()}>{t("copy")}</Button></div>
              <pre className="mono sql" tabIndex={0}>{sql}</pre>
            </>
          );
        }}
      </Await>
    </section>
  );
}

const TIMES = ["day", "week", "month", "quarter", "year"];

const timeless = (at: FigureProps["cell"]["at"]) => Object.fromEntries(Object.entries(at).filter(([key]) => !TIMES.includes(key)));

function linkTo(metric: string | null, where: string[], period = "all", compare?: string | null): string {
  const params = new URLSearchParams({ ...(metric ? { metric } : {}), period, ...(metric && compare ? { compare } : {}) });
  for (const text of where) params.append("where", text);
  return params.toString();
}
