/** What the customer wrote, letter by letter, with the words that decided a label marked. */
import { useMemo } from "react";
import { useToday } from "../../api/installation";
import type { TicketDetail } from "../../api/tickets";
import { moment } from "../../format";
import { useLanguage, useText } from "../../words";
import tickets from "../../words/tickets";
import { marked } from "./marks";
import { decidingWords } from "./why";

const ABOUT = ["source", "channel", "product", "model", "version", "province", "status"];

export function CustomerText({ detail }: { detail: TicketDetail }) {
  const t = useText(tickets);
  const { language } = useLanguage();
  const today = useToday();
  const { created_at, title, description, fields } = detail;
  const words = useMemo(() => decidingWords(detail), [detail]);
  // A source is often called as its channel is: said once.
  const about = [...new Set([moment(created_at, language, today), ...ABOUT.map((key) => fields[key])])].filter(Boolean);
  return (
    <section aria-label={t("customerText")} className="stack-8">
      <p className="note">{about.join(" · ")}</p>
      {title && <h2 className="ticket-title"><Marked text={title} words={words} /></h2>}
      {description ? <blockquote className="ticket-text prose"><Marked text={description} words={words} /></blockquote> : <p className="note">{t("noText")}</p>}
    </section>
  );
}

function Marked({ text, words }: { text: string; words: string[] }) {
  // A piece has no name but its place, and the text of a ticket never changes.
  return marked(text, words).map((piece, place) => (piece.hit ? <mark key={`${place} ${piece.text}`}>{piece.text}</mark> : piece.text));
}
