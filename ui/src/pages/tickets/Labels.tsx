/** What a ticket was taken for, why, and how to set it right. */
import { useState } from "react";
import { useToday } from "../../api/installation";
import { useMay } from "../../api/session";
import { type TicketDetail, useCorrect } from "../../api/tickets";
import { moment } from "../../format";
import { Button } from "../../parts/Button";
import { message } from "../../parts/messages";
import { useRefusal } from "../../parts/useRefusal";
import { useLanguage, useText } from "../../words";
import tickets from "../../words/tickets";
import { LabelPick } from "./LabelPick";
import { useLabelTitle } from "./useLabelTitle";
import { type LabelField, LABELS, whyOf } from "./why";

export function Labels({ detail }: { detail: TicketDetail }) {
  const t = useText(tickets);
  return (
    <section className="stack-8">
      <h2 className="strong">{t("labels")}</h2>
      <ul className="ticket-labels">{LABELS.map((field) => <Line key={field} field={field} detail={detail} />)}</ul>
      <Corrections detail={detail} />
    </section>
  );
}

function Line({ field, detail }: { field: LabelField; detail: TicketDetail }) {
  const t = useText(tickets);
  const may = useMay();
  const refused = useRefusal();
  const titled = useLabelTitle();
  const [editing, setEditing] = useState(false);
  const correct = useCorrect();
  const found = detail.fields[field];
  const value = typeof found === "string" ? found : null;
  const save = (to: string | null) => {
    setEditing(false);
    if (to !== value) correct.mutate({ id: detail.ticket_id, field, value: to }, { onSuccess: () => void message.success(t("corrected")), onError: refused });
  };
  return (
    <li>
      <span className="note">{t(field)}</span>
      {editing ? <LabelPick field={field} value={value} onPick={save} onLeave={() => setEditing(false)} /> : <span className={value ? "" : "note"}>{value ? titled(field, value) : t("noneYet")}</span>}
      <span className="note ticket-why"><WhyText field={field} detail={detail} /></span>
      {may("ticket.write") && <Button size="small" type="link" loading={correct.isPending} aria-label={t("correctField", { field: t(field) })} onClick={() => setEditing(!editing)}>{t("correct")}</Button>}
    </li>
  );
}

function WhyText({ field, detail }: { field: LabelField; detail: TicketDetail }) {
  const t = useText(tickets);
  const { language, say } = useLanguage();
  const today = useToday();
  const titled = useLabelTitle();
  const why = whyOf(detail, field);
  if (why.kind === "person") return t("byPerson", { who: why.who, when: moment(why.at, language, today) });
  if (field === "priority") return say(detail.priority_why);
  if (why.kind === "rules") return why.words.length ? t("byRules", { words: why.words.map((word) => titled("fault", word)).join(language === "zh" ? "、" : ", ") }) : t("byRulesOnly");
  return t(why.kind === "source" ? "bySource" : "unknownWhy");
}

/** Who changed what; only where somebody did. */
function Corrections({ detail }: { detail: TicketDetail }) {
  const t = useText(tickets);
  const { language } = useLanguage();
  const today = useToday();
  const titled = useLabelTitle();
  const named = (field: string) => (field === "duplicate_of" ? t("duplicate_of") : t(field as LabelField));
  if (!detail.corrections.length) return null;
  return (
    <details className="note">
      <summary>{t("earlier")} ({detail.corrections.length})</summary>
      <ul>
        {detail.corrections.toReversed().map((one) => (
          <li key={`${one.at} ${one.field} ${one.value}`}>{t("earlierLine", { when: moment(one.at, language, today), who: one.by, field: named(one.field), value: one.value ? titled(one.field, one.value) : t("noneYet") })}</li>
        ))}
      </ul>
    </details>
  );
}
