/** Where the process loses time: the map, its bottlenecks and variants, teams, tickets at risk, and the reference model. */
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
import { AtRiskCard } from "./AtRiskCard";
import { Bottlenecks } from "./Bottlenecks";
import { EdgeSide } from "./EdgeSide";
import { FlowMap } from "./FlowMap";
import { HandoversCard } from "./HandoversCard";
import { PingPongCard } from "./PingPongCard";
import { ReferenceModel } from "./ReferenceModel";
import { SlowCard } from "./SlowCard";
import { Steps } from "./Steps";
import { titlesOf } from "./titles";
import { Variants } from "./Variants";
import "./process.css";

const VIEWS: By[] = ["activity", "step", "team"];

export default function Process() {
  const t = useText(words);
  const { say } = useLanguage();
  const filters = useFilters("all");
  const [params, setParams] = useSearchParams();
  const by = params.get("by") ?? "auto";
  const found = useProcessMap(filters, by);
  const tab = params.get("tab") ?? "map";
  const choose = (name: string, value: string) => setParams((now) => { now.set(name, value); return now; }, { replace: true });
  return (
    <Page title={t("title")} sub={t("sub")}>
      <div className="process-query">
        <FilterBar filters={filters} compare={false} />
        {found.data?.available && tab !== "teams" && <Choice label={t("view")} value={found.data.by} onChange={(value: By) => choose("by", value)} options={VIEWS.map((value) => ({ value, label: t(value) }))} />}
      </div>
      <Await query={found} height={640}>
        {(map) => (map.available ? <Found map={map} filters={filters} tab={tab} onTab={(key) => choose("tab", key)} /> : <Card><Empty why={say(map.reason)} action={<Link to="/data/upload">{t("upload")}</Link>} /></Card>)}
      </Await>
    </Page>
  );
}

interface FoundProps {
  map: ProcessMap;
  filters: Filters;
  tab: string;
  onTab: (tab: string) => void;
}

function Found({ map, filters, tab, onTab }: FoundProps) {
  const t = useText(words);
  if (!map.tickets) return <Card><Empty why={t("nothing")} action={<Button onClick={() => filters.set({ where: [], period: "all" })}>{t("clear")}</Button>} /></Card>;
  const tabs = [
    { key: "map", label: t("mapTab"), body: <Flow map={map} filters={filters} /> },
    { key: "teams", label: t("teamsTab"), body: <div className="stack"><HandoversCard filters={filters} /><PingPongCard filters={filters} /></div> },
    { key: "at-risk", label: t("atRiskTab"), body: <AtRiskCard filters={filters} by={map.by} /> },
    { key: "standard", label: t("referenceModel"), body: <ReferenceModel filters={filters} by={map.by} /> },
  ];
  return <div className="stack"><Tabs label={t("title")} tabs={tabs} current={tab} onChange={onTab} /></div>;
}

function Flow({ map, filters }: { map: ProcessMap; filters: Filters }) {
  const { language } = useLanguage();
  const [hop, setHop] = useState<Hop | null>(null);
  return (
    <div className="stack">
      <MapCard map={map} onHop={setHop} />
      <Bottlenecks map={map} onHop={setHop} />
      <div className="grid">
        <div className="half"><Variants map={map} filters={filters} /></div>
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
  const covered = t("covered", { n: number(map.tickets), selected: number(map.tickets_selected), hours: hours(map.open_hours, language), share: percent(share), working: map.working_hours, known });
  return (
    <Card title={say(map.sentence)} sub={covered}>
      <FlowMap map={map} onHop={onHop} />
    </Card>
  );
}
