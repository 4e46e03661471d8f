import { Link } from "react-router";
import type { SignalDetail } from "../../api/signals";
import { count } from "../../format";
import { Card } from "../../parts/Page";
import { Empty } from "../../parts/states";
import { TicketTable } from "../../parts/TicketTable";
import { useText } from "../../words";
import signals from "../../words/signals";
import { addressOf } from "../../parts/signal/describe";

export function SignalTickets({ signal }: { signal: SignalDetail }) {
  const t = useText(signals);
  const { tickets, tickets_total: total } = signal;
  const link = <Link to={addressOf("/tickets", signal)}>{t("seeTickets")}</Link>;
  return (
    <Card title={t("tickets")} sub={t("ticketsOf", { n: count(total), shown: tickets.length })} actions={link}>
      {tickets.length ? <TicketTable label={t("tickets")} rows={tickets} /> : <Empty why={t("noTickets")} />}
    </Card>
  );
}
