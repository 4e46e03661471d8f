/** The remaining time of an open ticket, and what it is estimated from; or why it is not known. */
import { useToday } from "../../api/installation";
import { type RemainingTime as Estimate, useRemainingTime } from "../../api/process";
import type { TicketDetail } from "../../api/tickets";
import { moment, number, percent } from "../../format";
import { Await } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import tickets from "../../words/tickets";

export function RemainingTime({ detail: { ticket_id, fields } }: { detail: TicketDetail }) {
  const t = useText(tickets);
  const { say } = useLanguage();
  // What is closed without a time never waited, as far as is known.
  const open = fields.ended_at === null && fields.waited === true;
  const remaining = useRemainingTime(ticket_id, open);
  if (!open) return null;
  return (
    <section className="stack-8">
      <h2 className="strong">{t("remains")}</h2>
      <Await query={remaining} height={72}>{(found) => (found.available ? <Found found={found} /> : <p className="secondary">{say(found.sentence)}</p>)}</Await>
    </section>
  );
}

function Found({ found }: { found: Estimate }) {
  const t = useText(tickets);
  const { say } = useLanguage();
  return (
    <>
      <p>{say(found.sentence)}</p>
      <Limit found={found} />
      <div className="note">
        <p>{say(found.basis)}</p>
        {found.empirical_coverage !== null && <p>{t("empiricalCoverage", { n: number(found.coverage_n), share: percent(found.empirical_coverage) })}</p>}
      </div>
    </>
  );
}

function Limit({ found: { due, late_probability } }: { found: Estimate }) {
  const t = useText(tickets);
  const { language } = useLanguage();
  const when = moment(due, language, useToday());
  if (!due) return null;
  return late_probability === null ? <p className="worse">{t("pastLimit", { due: when })}</p> : <p className="secondary">{t("atLimit", { due: when, share: percent(late_probability) })}</p>;
}
