import { Link } from "react-router";
import { useMetrics } from "../../api/questions";
import type { SignalDetail } from "../../api/signals";
import { Card } from "../../parts/Page";
import { Empty } from "../../parts/states";
import { TicketTable } from "../../parts/TicketTable";
import { useTicketTotals } from "../../parts/useTicketTotals";
import { useText } from "../../words";
import signals from "../../words/signals";
import { addressOf } from "../../parts/signal/describe";

export function SignalTickets({ signal }: { signal: SignalDetail }) {
  const t = useText(signals);
  const totals = useTicketTotals();
  const { data: metrics } = useMetrics();
  const metric = metrics?.find(({ key }) => key === signal.metric);
  const { tickets } = signal;
  const link = <Link to={addressOf("/tickets", signal, metric?.of_tickets ? { counted_in: signal.metric } : {})}>{t("seeTickets")}</Link>;
  return (
    <Card title={t("tickets")} sub={t("ticketsOf", { totals: totals(signal.tickets_totals), shown: tickets.length })} actions={link}>
      {tickets.length ? <TicketTable label={t("tickets")} rows={tickets} /> : <Empty why={t("noTickets")} />}
    </Card>
  );
}
