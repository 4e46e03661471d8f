import { type PingPong, usePingPong } from "../../api/process";
import { hours, number } from "../../format";
import type { Filters } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { ApartList } from "./ApartList";

type Sender = PingPong["senders"][number];
const FEW = 10;

/** Tickets that come back to a team, and the hours that costs. */
export function PingPongCard({ filters }: { filters: Filters }) {
  const asked = usePingPong(filters);
  return <Await query={asked} height={240}>{(found) => found && <Told found={found} filters={filters} />}</Await>;
}

function Told({ found, filters }: { found: PingPong; filters: Filters }) {
  const t = useText(words);
  const { say, language } = useLanguage();
  const most = Math.max(...found.senders.map((one) => one.hours), 1);
  const columns: Column<Sender>[] = [
    { key: "hop", title: t("sentBack"), render: (one) => `${one.by} → ${one.to}` },
    { key: "returns", title: t("returns"), number: true, width: 96, render: (one) => number(one.returns) },
    { key: "tickets", title: t("tickets"), number: true, width: 96, render: (one) => number(one.tickets) },
    { key: "away", title: t("away"), number: true, width: 128, render: (one) => number(Math.round(one.hours)), bar: (one) => one.hours / most },
  ];
  const round = t("round", { hours: hours(found.round_hours, language), n: number(found.returns), compared: number(found.lost.n), of: number(found.lost.of) });
  return (
    <Card title={say(found.sentence)} sub={t("pingPongSub")}>
      {found.bounced > 0 && (
        <div className="stack">
          <p className="note">{round}</p>
          <div className="grid">
            <div className="half"><DataTable label={t("sentBack")} rows={found.senders.slice(0, FEW)} columns={columns} rowKey={(one) => `${one.by}\n${one.to}`} /></div>
            <div className="half stack-8"><h3 className="strong">{t("about")}</h3><ApartList list={found.about} metric="ping_pong_rate" filters={filters} /></div>
          </div>
        </div>
      )}
    </Card>
  );
}
