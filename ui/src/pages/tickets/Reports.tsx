/** Other tickets beside this one, each with the way to it. */
import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { useToday } from "../../api/installation";
import type { TicketBrief } from "../../api/tickets";
import { moment } from "../../format";
import { useLanguage } from "../../words";

export type Report = Pick<TicketBrief, "ticket_id" | "source" | "created_at" | "excerpt" | "duplicate_of">;

interface Props {
  rows: Report[];
  current?: string;
  /** What stands behind a row: what it is, or what can be done with it. */
  after?: (row: Report) => ReactNode;
}

export function Reports({ rows, current, after }: Props) {
  const { language } = useLanguage();
  const today = useToday();
  const [params] = useSearchParams();
  return (
    <ul className="ticket-reports">
      {rows.map((row) => (
        <li key={row.ticket_id} aria-current={row.ticket_id === current ? "true" : undefined}>
          <div className="grow">
            {row.ticket_id === current ? <span className="lines-2 strong">{row.excerpt}</span> : <Link to={{ pathname: `/tickets/${encodeURIComponent(row.ticket_id)}`, search: params.toString() }} className="lines-2">{row.excerpt ?? row.ticket_id}</Link>}
            <span className="note">{moment(row.created_at, language, today)} · {row.ticket_id}</span>
          </div>
          {after?.(row)}
        </li>
      ))}
    </ul>
  );
}
