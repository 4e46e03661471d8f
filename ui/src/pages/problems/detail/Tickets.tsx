/** The tickets of a problem: of its slice, and those that people put to it or took out by hand. */
import { useState } from "react";
import { Link } from "react-router";
import { type ProblemDetail, useProblemActs } from "../../../api/problems";
import { useMay } from "../../../api/session";
import { count } from "../../../format";
import { Area } from "../../../parts/Area";
import { Asking } from "../../../parts/Asking";
import { Button } from "../../../parts/Button";
import { Card } from "../../../parts/Page";
import { Empty } from "../../../parts/states";
import { TicketTable } from "../../../parts/TicketTable";
import { useRefusal } from "../../../parts/useRefusal";
import { useText } from "../../../words";
import problems from "../../../words/problems";
import { numbersIn } from "../numbers";

export function Tickets({ problem }: { problem: ProblemDetail }) {
  const t = useText(problems);
  const may = useMay()("problem.write");
  const onError = useRefusal();
  const [adding, setAdding] = useState(false);
  const { link } = useProblemActs(problem.id);
  const rows = problem.tickets_rows;
  const remove = (id: string) => link.mutate({ remove: [id] }, { onError });
  const extra = {
    key: "remove",
    title: <span className="hidden">{t("removeTicket")}</span>,
    width: 112,
    render: ({ ticket_id: id }: { ticket_id: string }) => (
      <>{problem.links.includes(id) && <span className="note">{t("byHand")} </span>}<Button type="link" size="small" disabled={link.isPending} onClick={() => remove(id)}>{t("removeTicket")}</Button></>
    ),
  };
  const all = <Link to={`/tickets?${new URLSearchParams({ where: `problem=${problem.id}`, period: "all" })}`}>{t("seeTickets")}</Link>;
  return (
    <Card title={t("tickets")} sub={t("ticketsShown", { n: count(problem.tickets), shown: rows.length })} actions={<span className="row">{may && <Button size="small" onClick={() => setAdding(true)}>{t("addTickets")}</Button>}{all}</span>}>
      {rows.length ? <TicketTable label={t("tickets")} rows={rows} {...(may ? { extra } : {})} /> : <Empty why={t("noTickets")} />}
      {adding && <Add problem={problem} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function Add({ problem, onClose }: { problem: ProblemDetail; onClose: () => void }) {
  const t = useText(problems);
  const [text, setText] = useState("");
  const { link } = useProblemActs(problem.id);
  const numbers = numbersIn(text);
  return (
    <Asking title={t("addTickets")} act={t("addTickets")} ready={numbers.length > 0} busy={link.isPending} error={link.error} onAct={() => link.mutate({ add: numbers }, { onSuccess: onClose })} onClose={onClose}>
      <Area label={t("ticketNumbers")} hint={t("ticketNumbersHint")} value={text} onChange={setText} />
    </Asking>
  );
}
