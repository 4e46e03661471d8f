import { useState } from "react";
import { useToday } from "../../api/installation";
import { plusDays } from "../../format";
import { useText } from "../../words";
import parts from "../../words/parts";

/** Two dates. The browser's own date fields: they speak the reader's language and weigh nothing. */
export function CustomPeriod({ period, onChange }: { period: string; onChange: (period: string) => void }) {
  const t = useText(parts);
  const today = useToday();
  const found = period.match(/^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/);
  const [from, setFrom] = useState(found?.[1] ?? plusDays(today, -56));
  const [until, setUntil] = useState(found?.[2] ?? plusDays(today, -1));
  const change = (first: string, last: string) => first && last && first <= last && onChange(`${first}..${last}`);
  return (
    <span className="row custom-period">
      <input type="date" aria-label={t("from")} value={from} max={until} onChange={(event) => { setFrom(event.target.value); change(event.target.value, until); }} />
      –
      <input type="date" aria-label={t("until")} value={until} min={from} onChange={(event) => { setUntil(event.target.value); change(from, event.target.value); }} />
    </span>
  );
}
