/** The tickets that report one incident: linked, and the link taken back. */
import { useState } from "react";
import { useMay } from "../../api/session";
import { type TicketDetail, useCorrect, useTickets } from "../../api/tickets";
import { Button } from "../../parts/Button";
import { Select } from "../../parts/library/Select";
import { message } from "../../parts/messages";
import { useRefusal } from "../../parts/useRefusal";
import { useText } from "../../words";
import tickets from "../../words/tickets";
import { type Report, Reports } from "./Reports";

export function Incident({ detail }: { detail: TicketDetail }) {
  const t = useText(tickets);
  const rows = reportsOf(detail);
  const alone = rows.length === 1;
  return (
    <section className="stack-8">
      <h2 className="strong">{alone ? t("incident") : t("incidentOf", { n: rows.length })}</h2>
      {alone ? <p className="secondary">{t("incidentAlone")}</p> : <Reports rows={rows} current={detail.ticket_id} after={(row) => <After row={row} />} />}
      {alone && <Linker detail={detail} />}
    </section>
  );
}

/** All reports of the incident, this one among them, the first of them first. */
function reportsOf({ duplicates, ...ticket }: TicketDetail): Report[] {
  const own: Report = { ticket_id: ticket.ticket_id, source: "", created_at: ticket.created_at, excerpt: ticket.description ?? ticket.title, duplicate_of: ticket.duplicate_of };
  return [own, ...duplicates].toSorted((one, other) => (one.created_at ?? "").localeCompare(other.created_at ?? ""));
}

function After({ row }: { row: Report }) {
  const t = useText(tickets);
  const may = useMay();
  const refused = useRefusal();
  const correct = useCorrect();
  if (!row.duplicate_of) return <span className="note">{t("first")}</span>;
  if (!may("ticket.write")) return null;
  const unlink = () => correct.mutate({ id: row.ticket_id, field: "duplicate_of", value: null }, { onSuccess: () => void message.success(t("unlinked")), onError: refused });
  return <Button size="small" loading={correct.isPending} onClick={unlink}>{t("unlink")}</Button>;
}

/** Find the ticket that this one repeats. Before anything is typed the customer's own are offered. */
function Linker({ detail: ticket }: { detail: TicketDetail }) {
  const t = useText(tickets);
  const may = useMay();
  const refused = useRefusal();
  const correct = useCorrect();
  const [open, setOpen] = useState(false);
  const [q, setQ] = useState("");
  const customer = ticket.customer_id ?? "";
  const found = useTickets({ q, where: q || !customer ? [] : [`customer=${customer}`], period: "all", sort: "-created_at", limit: 20, offset: 0 }, open && (q !== "" || customer !== ""));
  const rows = found.data?.items.filter((row) => row.ticket_id !== ticket.ticket_id) ?? [];
  const link = (to: string) => correct.mutate({ id: ticket.ticket_id, field: "duplicate_of", value: to }, { onSuccess: () => void message.success(t("linked", { id: to })), onError: refused });
  if (!may("ticket.write")) return null;
  if (!open) return <div><Button size="small" onClick={() => setOpen(true)}>{t("linkTo")}</Button></div>;
  return (
    <Select
      aria-label={t("linkHint")}
      placeholder={t("linkHint")}
      autoFocus
      defaultOpen
      loading={found.isFetching || correct.isPending}
      showSearch={{ filterOption: false, onSearch: setQ }}
      onBlur={() => setOpen(false)}
      onChange={link}
      options={rows.map((row) => ({ value: row.ticket_id, label: `${row.created_at?.slice(0, 10) ?? ""} ${row.ticket_id} ${row.excerpt ?? ""}` }))}
    />
  );
}
