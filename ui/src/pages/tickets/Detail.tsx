/** One ticket whole: what the customer said, what it was taken for and why, what happened, and what it belongs to. */
import { DownOutlined, LinkOutlined, UpOutlined } from "@ant-design/icons";
import { type TicketBrief, type TicketDetail, useTicket } from "../../api/tickets";
import { Button } from "../../parts/Button";
import { message } from "../../parts/messages";
import { numberOf } from "../../parts/numberOf";
import { Side } from "../../parts/Side";
import { SimilarCases } from "../../parts/SimilarCases";
import { Await } from "../../parts/states";
import { useText } from "../../words";
import tickets from "../../words/tickets";
import { Belongs } from "./Belongs";
import { AllFields } from "./AllFields";
import { Incident } from "./Incident";
import { Labels } from "./Labels";
import { RemainingTime } from "./RemainingTime";
import { Repeats } from "./Repeats";
import { CustomerText } from "./CustomerText";
import { Timeline } from "./Timeline";

export function Detail({ id, rows, onOpen }: { id: string; rows: TicketBrief[]; onOpen: (id: string) => void }) {
  const ticket = useTicket(id);
  const { data } = ticket;
  return (
    <Side open={id !== ""} onClose={() => onOpen("")} title={data ? numberOf({ ticket_id: data.ticket_id, source: data.source }) : id} width={720} extra={<Steps id={id} rows={rows} onOpen={onOpen} />}>
      <Await query={ticket} height={480}>{(detail) => <Whole key={detail.ticket_id} detail={detail} />}</Await>
    </Side>
  );
}

function Whole({ detail }: { detail: TicketDetail }) {
  return (
    <div className="ticket-whole">
      <CustomerText detail={detail} />
      <RemainingTime detail={detail} />
      <Labels detail={detail} />
      <Belongs detail={detail} />
      <Incident detail={detail} />
      <Repeats detail={detail} />
      <SimilarCases ticket={detail.ticket_id} />
      <Timeline detail={detail} />
      <AllFields detail={detail} />
    </div>
  );
}

/** To the ticket before and after in the list, and the address of this one. */
function Steps({ id, rows, onOpen }: { id: string; rows: TicketBrief[]; onOpen: (id: string) => void }) {
  const t = useText(tickets);
  const at = rows.findIndex((row) => row.ticket_id === id);
  const step = (by: number) => rows[at + by]?.ticket_id ?? "";
  const copy = () => void navigator.clipboard.writeText(`${window.location.origin}/tickets/${encodeURIComponent(id)}`).then(() => message.success(t("copied")));
  return (
    <div className="row ticket-steps">
      <Button type="text" icon={<LinkOutlined />} aria-label={t("copyLink")} title={t("copyLink")} onClick={copy} />
      {at >= 0 && <Button type="text" icon={<UpOutlined />} aria-label={t("previous")} title={t("previous")} disabled={at === 0} onClick={() => onOpen(step(-1))} />}
      {at >= 0 && <Button type="text" icon={<DownOutlined />} aria-label={t("next")} title={t("next")} disabled={at === rows.length - 1} onClick={() => onOpen(step(1))} />}
    </div>
  );
}
