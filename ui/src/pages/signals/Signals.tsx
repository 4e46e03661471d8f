/** What moved more than chance explains, where, since when, and who has it. */
import { useLocation, useNavigate, useSearchParams } from "react-router";
import { useInstallation, useToday } from "../../api/installation";
import { SIGNAL_STATES, type SignalState, useSignalCounts, useSignals, useScanRules } from "../../api/signals";
import { day, number } from "../../format";
import { Choice } from "../../parts/Choice";
import { Card, Page } from "../../parts/Page";
import { Await } from "../../parts/states";
import { Tabs } from "../../parts/Tabs";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";
import { NoSignals } from "./NoSignals";
import { Replay, Replayed, TrackRecord } from "./record/TrackRecord";
import { ScanNow } from "./ScanNow";
import { SignalList } from "./SignalList";
import "./signals.css";

const PLACES = { current: "/signals", record: "/signals/track-record" };
type View = keyof typeof PLACES;

export default function Signals() {
  const t = useText(signals);
  const { pathname } = useLocation();
  const go = useNavigate();
  const view: View = pathname === PLACES.record ? "record" : "current";
  const record = view === "record";
  const tabs = [
    { key: "current", label: t("current"), body: <Current /> },
    { key: "record", label: t("record"), body: <TrackRecord /> },
  ];
  return (
    <Page title={t("title")} tab={t(record ? "record" : "title")} sub={record ? <Replayed /> : <Budget />} actions={record ? <Replay /> : <ScanNow />}>
      <Tabs label={t("views")} tabs={tabs} current={view} onChange={(key) => void go(PLACES[key as View])} />
    </Page>
  );
}

function Current() {
  const t = useText(signals);
  const [params, setParams] = useSearchParams();
  const state = SIGNAL_STATES.find((one) => one === params.get("state")) ?? "open";
  const counts = useSignalCounts();
  const found = useSignals(state);
  const choose = (next: SignalState) => setParams(next === "open" ? {} : { state: next }, { replace: true });
  const label = (one: SignalState) => `${t(one)}${counts[one] === undefined ? "" : ` ${counts[one]}`}`;
  return (
    <div className="stack">
      <div><Choice bare label={t("states")} value={state} onChange={choose} options={SIGNAL_STATES.map((one) => ({ value: one, label: label(one) }))} /></div>
      <Card>
        <Await query={found} height={320}>{(list) => (list.length ? <SignalList list={list} /> : <NoSignals state={state} />)}</Await>
      </Card>
    </div>
  );
}

function Budget() {
  const t = useText(signals);
  const { language } = useLanguage();
  const today = useToday();
  const { data: rules } = useScanRules();
  const { data: installation } = useInstallation();
  if (!rules) return null;
  const until = installation?.data_until;
  return <>{t("budget", { n: number(rules.false_alarms_per_week) })}{until && ` · ${t("checkedUntil", { day: day(until, language, today) })}`}</>;
}
