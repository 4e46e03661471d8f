/** Who set a label, and why. */
import type { TicketDetail } from "../../api/tickets";
import { wordsOf } from "./marks";

export const LABELS = ["category", "fault", "kind", "severity", "priority", "sentiment"] as const;
export type LabelField = (typeof LABELS)[number];

export type Why = { kind: "source" } | { kind: "unknown" } | { kind: "rules"; words: string[] } | { kind: "person"; who: string; at: string };

const PERSON = "person:";

export function whyOf({ fields, labels, corrections }: Pick<TicketDetail, "fields" | "labels" | "corrections">, field: string): Why {
  // Where a person overruled a rule, both labels are kept.
  const own = labels.filter((one) => one.field === field);
  const label = own.find((one) => one.by.startsWith(PERSON)) ?? own[0];
  const last = corrections.findLast((one) => one.field === field);
  if (last && (!label || label.by.startsWith(PERSON))) return { kind: "person", who: last.by, at: last.at };
  if (label) return { kind: "rules", words: wordsOf(label.why) };
  return { kind: fields[field] == null ? "unknown" : "source" };
}

/** All words that decided a label of this ticket by rule. */
export const decidingWords = (detail: Pick<TicketDetail, "fields" | "labels" | "corrections">): string[] =>
  LABELS.flatMap((field) => {
    const why = whyOf(detail, field);
    return why.kind === "rules" ? why.words : [];
  });
