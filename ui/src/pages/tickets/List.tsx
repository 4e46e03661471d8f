/** Tickets as a table, or, on a phone, as what they say. */
import type { TicketBrief } from "../../api/tickets";
import { useToday } from "../../api/installation";
import { moment } from "../../format";
import { DataTable } from "../../parts/table";
import { useNarrow } from "../../parts/useNarrow";
import { useLanguage, useText } from "../../words";
import tickets from "../../words/tickets";
import { useColumns } from "./columns";
import { useLabelTitle } from "./useLabelTitle";

interface Props {
  rows: TicketBrief[];
  current: string;
  sort: string;
  onSort: (sort: string) => void;
  onOpen: (id: string) => void;
}

export function List({ rows, current, sort, onSort, onOpen }: Props) {
  const t = useText(tickets);
  const columns = useColumns();
  if (useNarrow()) return <ul className="tickets-list">{rows.map((row) => <Item key={row.ticket_id} row={row} onOpen={onOpen} />)}</ul>;
  return <DataTable label={t("title")} rows={rows} columns={columns} rowKey={(row) => row.ticket_id} current={current} sort={sort} onSort={onSort} onRow={(row) => onOpen(row.ticket_id)} maxHeight="max(320px, calc(100vh - 296px))" />;
}

function Item({ row, onOpen }: { row: TicketBrief; onOpen: (id: string) => void }) {
  const { language } = useLanguage();
  const today = useToday();
  const titled = useLabelTitle();
  const facts = [moment(row.created_at, language, today), row.product, row.fault && titled("fault", row.fault), row.priority && titled("priority", row.priority)];
  return (
    <li>
      <button type="button" className="plain" onClick={() => onOpen(row.ticket_id)}>
        <span className="lines-2">{row.excerpt ?? row.title ?? row.ticket_id}</span>
        <span className="note">{facts.filter(Boolean).join(" · ")}</span>
      </button>
    </li>
  );
}
