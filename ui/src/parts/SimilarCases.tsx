/** Resolved cases like a ticket or a problem: the words in common, and what resolved them. */
import { Link } from "react-router";
import { useSimilarCases } from "../api/similarCases";
import { stamp } from "../format";
import { useText } from "../words";
import topics from "../words/topics";
import { Await } from "./states";
import "./SimilarCases.css";

export function SimilarCases(of: { ticket: string } | { problem: string }) {
  const t = useText(topics);
  const cases = useSimilarCases(of);
  return (
    <section className="stack-8">
      <h2>{t("similar")}</h2>
      <Await query={cases} height={160}>
        {(found) => found.length ? (
          <ul className="similar-cases">
            {found.map((one) => (
              <li key={one.ticket_id}>
                <Link to={`/tickets/${encodeURIComponent(one.ticket_id)}`} className="lines-2"><Marked text={one.text} words={one.common_words} /></Link>
                <p className="note">{stamp(one.created_at)}{one.common_words.length > 0 && ` · ${t("because", { words: one.common_words.join("、") })}`}</p>
                {one.solution && <p className="secondary">{t("solved", { solution: one.solution })}</p>}
              </li>
            ))}
          </ul>
        ) : <p className="note">{t("similarNone")}</p>}
      </Await>
    </section>
  );
}

/** A text with the words that both cases have in bold. */
function Marked({ text, words }: { text: string; words: string[] }) {
  const known = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).filter(Boolean);
  if (!known.length) return text;
  const parts = text.split(new RegExp(`(${known.join("|")})`, "i"));
  // Every second part is one of the words.
  return parts.map((part, at) => (at % 2 ? <strong key={`${at} ${part}`}>{part}</strong> : part));
}
