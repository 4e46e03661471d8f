/** What moved more than chance explains, where, since when, and who has it. */
import { useSearchParams } from "react-router";
import { useInstallation, useToday } from "../../api/installation";
import { SIGNAL_STATES, type SignalState, useSignalCounts, useSignals, useWatched } from "../../api/signals";
import { day, number } from "../../format";
import { Choice } from "../../parts/Choice";
import { Card, Page } from "../../parts/Page";
import { Await } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";
import { Calm } from "./Calm";
import { ScanNow } from "./ScanNow";
import { SignalList } from "./SignalList";
import "./signals.css";

export default function Signals() {
  const t = useText(signals);
  const [params, setParams] = useSearchParams();
  const state = SIGNAL_STATES.find((one) => one === params.get("state")) ?? "open";
  const counts = useSignalCounts();
  const found = useSignals(state);
  const choose = (next: SignalState) => setParams(next === "open" ? {} : { state: next }, { replace: true });
  const label = (one: SignalState) => `${t(one)}${counts[one] === undefined ? "" : ` ${counts[one]}`}`;
  return (
    <Page title={t("title")} sub={<Budget />} actions={<ScanNow />}>
      <div><Choice bare label={t("states")} value={state} onChange={choose} options={SIGNAL_STATES.map((one) => ({ value: one, label: label(one) }))} /></div>
      <Card>
        <Await query={found} height={320}>{(list) => (list.length ? <SignalList list={list} /> : <Calm state={state} />)}</Await>
      </Card>
    </Page>
  );
}

function Budget() {
  const t = useText(signals);
  const { language } = useLanguage();
  const today = useToday();
  const { data: watched } = useWatched();
  const { data: installation } = useInstallation();
  if (!watched) return null;
  const until = installation?.data_until;
  return <>{t("budget", { n: number(watched.false_alarms_per_week) })}{until && ` · ${t("checkedUntil", { day: day(until, language, today) })}`}</>;
}
