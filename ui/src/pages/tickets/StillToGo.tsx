/** How long an open ticket still takes, and what that is told from; or why that cannot be said. */
import { useToday } from "../../api/installation";
import { type TicketRemaining, useTicketRemaining } from "../../api/process";
import type { TicketDetail } from "../../api/tickets";
import { moment, number, percent } from "../../format";
import { Await } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import tickets from "../../words/tickets";

export function StillToGo({ detail: { ticket_id, fields } }: { detail: TicketDetail }) {
  const t = useText(tickets);
  // What is closed without a time never waited, as far as is known.
  const open = fields.ended_at === null && fields.waited === true;
  const asked = useTicketRemaining(ticket_id, open);
  if (!open) return null;
  return (
    <section className="stack-8">
      <h2 className="strong">{t("remains")}</h2>
      <Await query={asked} height={72}>{(told) => <Told told={told} />}</Await>
    </section>
  );
}

function Told({ told }: { told: TicketRemaining }) {
  const t = useText(tickets);
  const { say } = useLanguage();
  if (told.mid === null) return <p className="secondary">{say(told.sentence)}</p>;
  return (
    <>
      <p>{say(told.sentence)}</p>
      <Limit told={told} />
      <div className="note">
        <p>{say(told.basis)}</p>
        {told.held !== null && <p>{t("checked", { n: number(told.checked), held: percent(told.held) })}</p>}
      </div>
    </>
  );
}

function Limit({ told: { due, likely } }: { told: TicketRemaining }) {
  const t = useText(tickets);
  const { language } = useLanguage();
  const when = moment(due, language, useToday());
  if (!due) return null;
  return likely === null ? <p className="worse">{t("pastLimit", { due: when })}</p> : <p className="secondary">{t("atLimit", { due: when, likely: percent(likely) })}</p>;
}
