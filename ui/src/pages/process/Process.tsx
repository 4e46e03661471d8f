/** Where the process loses time: the map, its bottlenecks and ways, what bounces, and what is slow. */
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { type By, type Hop, type ProcessMap, useProcessMap } from "../../api/process";
import { hours, number, percent } from "../../format";
import { Button } from "../../parts/Button";
import { Choice } from "../../parts/Choice";
import { type Filters, FilterBar, useFilters } from "../../parts/filter";
import { Card, Page } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { Tabs } from "../../parts/Tabs";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { EdgeSide } from "./EdgeSide";
import { FlowMap } from "./FlowMap";
import { HandOffsCard } from "./HandOffsCard";
import { LateCard } from "./LateCard";
import { PingPongCard } from "./PingPongCard";
import { SlowCard } from "./SlowCard";
import { Standard } from "./Standard";
import { Steps } from "./Steps";
import { titlesOf } from "./titles";
import { Waits } from "./Waits";
import { Ways } from "./Ways";
import "./process.css";

const VIEWS: By[] = ["activity", "step", "team"];

export default function Process() {
  const t = useText(words);
  const filters = useFilters("all");
  const [params, setParams] = useSearchParams();
  const by = params.get("by") ?? "auto";
  const found = useProcessMap(filters, by);
  const tab = params.get("tab") ?? "map";
  const look = (name: string, value: string) => setParams((now) => { now.set(name, value); return now; }, { replace: true });
  return (
    <Page title={t("title")} sub={t("sub")}>
      <div className="process-asked">
        <FilterBar filters={filters} compare={false} />
        {found.data && tab !== "teams" && <Choice label={t("view")} value={found.data.by} onChange={(value: By) => look("by", value)} options={VIEWS.map((value) => ({ value, label: t(value) }))} />}
      </div>
      <Await query={found} height={640}>
        {(map) => (map ? <Told map={map} filters={filters} tab={tab} onTab={(key) => look("tab", key)} /> : <Card><Empty why={t("empty")} action={<Link to="/data/upload">{t("upload")}</Link>} /></Card>)}
      </Await>
    </Page>
  );
}

interface Told {
  map: ProcessMap;
  filters: Filters;
  tab: string;
  onTab: (tab: string) => void;
}

function Told({ map, filters, tab, onTab }: Told) {
  const t = useText(words);
  if (!map.tickets) return <Card><Empty why={t("nothing")} action={<Button onClick={() => filters.set({ where: [], period: "all" })}>{t("clear")}</Button>} /></Card>;
  const tabs = [
    { key: "map", label: t("mapTab"), body: <Flow map={map} filters={filters} /> },
    { key: "teams", label: t("teamsTab"), body: <div className="stack"><HandOffsCard filters={filters} /><PingPongCard filters={filters} /></div> },
    { key: "late", label: t("lateTab"), body: <LateCard filters={filters} by={map.by} /> },
    { key: "standard", label: t("standard"), body: <Standard filters={filters} by={map.by} /> },
  ];
  return <div className="stack"><Tabs label={t("title")} tabs={tabs} current={tab} onChange={onTab} /></div>;
}

function Flow({ map, filters }: { map: ProcessMap; filters: Filters }) {
  const { language } = useLanguage();
  const [hop, setHop] = useState<Hop | null>(null);
  return (
    <div className="stack">
      <MapCard map={map} onHop={setHop} />
      <Waits map={map} onHop={setHop} />
      <div className="grid">
        <div className="half"><Ways map={map} filters={filters} /></div>
        <div className="half"><Steps map={map} filters={filters} /></div>
      </div>
      <SlowCard filters={filters} />
      <EdgeSide hop={hop} by={map.by} titles={titlesOf(map, language)} filters={filters} onClose={() => setHop(null)} />
    </div>
  );
}

function MapCard({ map, onHop }: { map: ProcessMap; onHop: (hop: Hop) => void }) {
  const t = useText(words);
  const { say, language } = useLanguage();
  const share = map.open_hours ? map.worked_hours / map.open_hours : null;
  const known = map.holidays_until ? t("holidays", { until: map.holidays_until }) : t("weekends");
  const covered = t("covered", { n: number(map.tickets), asked: number(map.asked), hours: hours(map.open_hours, language), share: percent(share), working: map.working_hours, known });
  return (
    <Card title={say(map.sentence)} sub={covered}>
      <FlowMap map={map} onHop={onHop} />
    </Card>
  );
}
