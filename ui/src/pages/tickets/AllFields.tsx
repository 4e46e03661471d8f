/** Everything that is known of a ticket, with its name. What is unknown is left out. */
import { Fragment } from "react";
import { Link } from "react-router";
import type { Field, TicketDetail } from "../../api/tickets";
import { number, stamp } from "../../format";
import { useLanguage, useText } from "../../words";
import tickets from "../../words/tickets";

/** Shown above already, or in a place of its own. */
const ELSEWHERE = new Set(["title", "description", "extra", "ticket_id", "category", "fault", "kind", "severity", "priority", "sentiment", "duplicate_of", "problem_id"]);
const MOMENT = /^\d{4}-\d{2}-\d{2}T/;

export function AllFields({ detail: { fields, columns } }: { detail: TicketDetail }) {
  const t = useText(tickets);
  const { say } = useLanguage();
  const shown = columns.filter(({ key }) => !ELSEWHERE.has(key) && fields[key] != null && fields[key] !== "");
  const extra = Object.entries(typeof fields.extra === "object" && fields.extra ? fields.extra : {}).filter(([, value]) => value);
  return (
    <>
      <section className="stack-8">
        <h2 className="strong">{t("fields")}</h2>
        <dl className="ticket-fields">{shown.map(({ key, title }) => <Fragment key={key}><dt className="note">{say(title)}</dt><dd><Value name={key} value={fields[key] ?? null} /></dd></Fragment>)}</dl>
      </section>
      {extra.length > 0 && (
        <section className="stack-8">
          <h2 className="strong">{t("extra")}</h2>
          <dl className="ticket-fields">{extra.map(([key, value]) => <Fragment key={key}><dt className="note">{key}</dt><dd>{value}</dd></Fragment>)}</dl>
        </section>
      )}
    </>
  );
}

function Value({ name, value }: { name: string; value: Field }) {
  const t = useText(tickets);
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") return number(value);
  if (name === "import_batch" && typeof value === "string") return <Link to={`/data/batches/${value}`}>{value}</Link>;
  if (name === "repeat_of" && typeof value === "string") return <Link to={`/tickets/${encodeURIComponent(value)}`}>{value}</Link>;
  return typeof value === "string" ? (MOMENT.test(value) ? stamp(value) : value) : null;
}
