/** A few tickets, as evidence beside something else; the tickets page has all of them. */
import { useState } from "react";
import { Link } from "react-router";
import type { TicketRow } from "../api/problems";
import { stamp, UNKNOWN } from "../format";
import { useText } from "../words";
import parts from "../words/parts";
import ticketTable from "../words/ticketTable";
import { Button } from "./Button";
import { type Column, DataTable } from "./table";
import "./TicketTable.css";
import { useNarrow } from "./useNarrow";

const FEW = 5;

interface Props {
  label: string;
  rows: TicketRow[];
  /** One more column, such as what can be done with the row. */
  extra?: Column<TicketRow>;
  maxHeight?: number;
}

export function TicketTable({ label, rows, extra, maxHeight = 400 }: Props) {
  const t = useText(ticketTable);
  const narrow = useNarrow();
  if (narrow) return <TicketList rows={rows} extra={extra} />;
  const columns: Column<TicketRow>[] = [
    { key: "ticket", title: t("ticket"), width: 144, render: (row) => <Link to={`/tickets/${encodeURIComponent(row.ticket_id)}`} className="nowrap">{row.ticket_id}</Link> },
    { key: "created", title: t("created"), width: 128, render: (row) => <span className="nowrap">{stamp(row.created_at)}</span> },
    { key: "text", title: t("text"), render: (row) => <span className="lines-2 ticket-text" title={row.excerpt ?? ""}>{row.excerpt ?? UNKNOWN}</span> },
    { key: "product", title: t("product"), width: 104, render: (row) => row.product ?? UNKNOWN },
    { key: "province", title: t("province"), width: 104, render: (row) => row.province ?? UNKNOWN },
    { key: "fault", title: t("fault"), width: 96, render: (row) => row.fault ?? UNKNOWN },
    extra ?? { key: "status", title: t("status"), width: 80, render: (row) => row.status ?? UNKNOWN },
  ];
  return <DataTable label={label} rows={rows} columns={columns} rowKey={(row) => row.ticket_id} maxHeight={maxHeight} />;
}

/** On a phone: what each says first, and not so many that what follows is out of reach. */
function TicketList({ rows, extra }: { rows: TicketRow[]; extra: Column<TicketRow> | undefined }) {
  const t = useText(parts);
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className="ticket-list">{(all ? rows : rows.slice(0, FEW)).map((row) => <Line key={row.ticket_id} row={row} extra={extra} />)}</ul>
      {rows.length > FEW && <Button type="link" size="small" onClick={() => setAll(!all)}>{all ? t("showLess") : t("showAll", { n: rows.length })}</Button>}
    </>
  );
}

function Line({ row, extra }: { row: TicketRow; extra: Column<TicketRow> | undefined }) {
  return (
    <li>
      <p className="lines-2">{row.excerpt ?? UNKNOWN}</p>
      <p className="note">{[stamp(row.created_at), row.product, row.fault, row.status].filter(Boolean).join(" · ")}</p>
      <p className="note"><Link to={`/tickets/${encodeURIComponent(row.ticket_id)}`}>{row.ticket_id}</Link> {extra?.render(row)}</p>
    </li>
  );
}
