import { type PingPong, type Return, usePingPong } from "../../api/process";
import { hours, number } from "../../format";
import type { Filters } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { SubgroupList } from "./SubgroupList";

const FEW = 10;

/** Tickets that come back to a team, and the hours that costs. */
export function PingPongCard({ filters }: { filters: Filters }) {
  const pingPong = usePingPong(filters);
  return <Await query={pingPong} height={240}>{(found) => found.available && <Found found={found} filters={filters} />}</Await>;
}

function Found({ found, filters }: { found: PingPong; filters: Filters }) {
  const t = useText(words);
  const { say, language } = useLanguage();
  const most = Math.max(...found.returns_by_pair.map((one) => one.away_hours), 1);
  const columns: Column<Return>[] = [
    { key: "hop", title: t("returnsByPair"), render: (one) => `${one.by} → ${one.to}` },
    { key: "returns", title: t("returns"), number: true, width: 96, render: (one) => number(one.returns) },
    { key: "tickets", title: t("tickets"), number: true, width: 96, render: (one) => number(one.tickets) },
    { key: "away", title: t("away"), number: true, width: 128, render: (one) => number(Math.round(one.away_hours)), bar: (one) => one.away_hours / most },
  ];
  const { compared, tickets } = found.excess_duration;
  const note = t("roundTrip", { hours: hours(found.round_trip_hours, language), n: number(found.returns), compared: number(compared), of: number(tickets) });
  return (
    <Card title={say(found.sentence)} sub={t("pingPongSub")}>
      {found.ping_pong_tickets > 0 && (
        <div className="stack">
          <p className="note">{note}</p>
          <div className="grid">
            <div className="half"><DataTable label={t("returnsByPair")} rows={found.returns_by_pair.slice(0, FEW)} columns={columns} rowKey={(one) => `${one.by}\n${one.to}`} /></div>
            <div className="half stack-8"><h3 className="strong">{t("subgroups")}</h3><SubgroupList list={found.subgroups} metric="ping_pong_rate" filters={filters} /></div>
          </div>
        </div>
      )}
    </Card>
  );
}
