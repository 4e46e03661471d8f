/** The columns of a list of tickets, the ones that matter most first. */
import type { TicketBrief } from "../../api/tickets";
import { stamp, UNKNOWN } from "../../format";
import { numberOf } from "../../parts/numberOf";
import type { Column } from "../../parts/table";
import { useText } from "../../words";
import tickets from "../../words/tickets";
import { useLabelTitle } from "./useLabelTitle";

// Rows stay one line high.
const short = (text: string) => <span className="tickets-short" title={text}>{text}</span>;

const PLAIN = ["source", "channel", "model", "version", "province", "team", "agent"] as const;

export function useColumns(): Column<TicketBrief>[] {
  const t = useText(tickets);
  const titled = useLabelTitle();
  const label = (key: "fault" | "priority" | "category" | "kind" | "severity"): Column<TicketBrief> => ({ key, title: t(key), sort: key, render: (row) => short(titled(key, row[key])) });
  const plain = (key: (typeof PLAIN)[number] | "product" | "status"): Column<TicketBrief> => ({ key, title: t(key), sort: key, render: (row) => short(row[key] ?? UNKNOWN) });
  const time = (key: "created_at" | "resolved_at"): Column<TicketBrief> => ({ key, title: t(key), sort: key, render: (row) => <span className="nowrap">{stamp(row[key])}</span> });
  return [
    { key: "ticket_id", title: t("ticket_id"), sort: "ticket_id", render: (row) => <span className="nowrap">{numberOf(row)}</span> },
    time("created_at"),
    { key: "text", title: t("text"), render: (row) => <span className="tickets-line" title={row.excerpt ?? ""}>{row.excerpt ?? row.title ?? UNKNOWN}</span> },
    plain("product"),
    label("fault"),
    label("priority"),
    plain("status"),
    ...(["kind", "category", "severity"] as const).map(label),
    ...PLAIN.map(plain),
    time("resolved_at"),
  ];
}
