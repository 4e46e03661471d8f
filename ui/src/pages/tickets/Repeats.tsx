import type { TicketDetail } from "../../api/tickets";
import { useText } from "../../words";
import tickets from "../../words/tickets";
import { Reports } from "./Reports";

/** The same fault of the same customer or device again: a new incident, not a duplicate. */
export function Repeats({ detail }: { detail: TicketDetail }) {
  const t = useText(tickets);
  if (!detail.repeats.length) return null;
  return (
    <section className="stack-8">
      <h2><span className="strong">{t("repeats")}</span> <span className="note">{t("repeatsHint")}</span></h2>
      <Reports rows={detail.repeats} />
    </section>
  );
}
