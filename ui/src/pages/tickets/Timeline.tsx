import { useToday } from "../../api/installation";
import type { TicketDetail } from "../../api/tickets";
import { hours, moment } from "../../format";
import { useLanguage, useText } from "../../words";
import tickets from "../../words/tickets";
import { type Step, stepsOf } from "./steps";

const ACTIVITIES = ["reported", "classified", "assigned", "replied", "responded", "transferred", "resolved", "reopened", "closed", "rated"] as const;
type Activity = (typeof ACTIVITIES)[number];

/** What happened to a ticket, step by step. */
export function Timeline({ detail }: { detail: TicketDetail }) {
  const t = useText(tickets);
  const steps = stepsOf(detail);
  return (
    <section className="stack-8">
      <h2 className="strong">{t("timeline")}</h2>
      <ol className="ticket-timeline">{steps.map((step, place) => <Line key={`${place} ${step.at}`} step={step} />)}</ol>
      {!detail.events.length && <p className="note">{t("noEvents")}</p>}
    </section>
  );
}

function Line({ step }: { step: Step }) {
  const t = useText(tickets);
  const { language } = useLanguage();
  const today = useToday();
  const known = ACTIVITIES.find((one): one is Activity => one === step.activity);
  const who = [step.actor, step.team !== step.actor && step.team].filter(Boolean).join(" · ");
  const values = [step.from_value, step.to_value].filter(Boolean).join(" → ");
  return (
    <li>
      <span className="note ticket-when">{moment(step.at, language, today)}</span>
      <span className="grow">
        <span>{known ? t(known) : step.activity}</span> <span className="secondary">{values}</span>
        <span className="note ticket-who">{[who, step.after && t("later", { time: hours(step.after, language) })].filter(Boolean).join(" · ")}</span>
      </span>
    </li>
  );
}
