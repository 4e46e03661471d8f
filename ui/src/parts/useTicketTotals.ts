/** How many tickets a list has, and which of them no figure counts: a list that was opened from a figure says why it is longer. */
import type { Schema } from "../api/types";
import { count } from "../format";
import { useText } from "../words";
import words from "../words/tickets";

export function useTicketTotals(): (totals: Schema<"TicketTotalsResponse">) => string {
  const t = useText(words);
  return ({ total, counted, duplicates, invalid }) => {
    if (counted === total) return t("total", { n: count(total) });
    const why = [duplicates > 0 && t("duplicates", { n: count(duplicates) }), invalid > 0 && t("invalid", { n: count(invalid) })];
    return t("totals", { n: count(total), counted: count(counted), why: why.filter(Boolean).join(t("comma")) });
  };
}
