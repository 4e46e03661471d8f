/** One signal: since when, why, which tickets; and what to do about it. */
import { Link, useParams } from "react-router";
import { useProblems } from "../../api/problems";
import { useMetrics } from "../../api/questions";
import { type SignalDetail as Detail, useSignal } from "../../api/signals";
import { sliceName } from "../../api/slices";
import { Chart } from "../../parts/chart";
import { Card, Page } from "../../parts/Page";
import { Await } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";
import { Acts } from "./Acts";
import { Head } from "./Head";
import { History } from "./History";
import "./signals.css";
import { Suspects } from "./Suspects";
import { SignalTickets } from "./SignalTickets";
import { BatchOrField } from "./BatchOrField";
import { Why } from "./Why";

export default function SignalDetail() {
  const { id = "" } = useParams();
  const found = useSignal(id);
  if (found.data) return <Evidence signal={found.data} />;
  return <div className="page"><Await query={found} height={480}>{() => null}</Await></div>;
}

function Evidence({ signal }: { signal: Detail }) {
  const t = useText(signals);
  const { say } = useLanguage();
  const { data: metrics = [] } = useMetrics();
  const { data: problems } = useProblems();
  const problem = problems?.find((one) => one.id === signal.problem_id);
  const metric = metrics.find(({ key }) => key === signal.metric);
  const sub = <><Link to="/signals">{t("back")}</Link> · {say(metric?.title)}</>;
  return (
    <Page title={sliceName(signal.where) || say(signal.title)} sub={sub} actions={<Acts signal={signal} />}>
      <Head signal={signal} problem={problem} />
      <div className="grid">
        <Card className="two-thirds" title={!signal.chart && t(signal.rule === "gap" ? "others" : "timeSeries")}><History signal={signal} /></Card>
        <Card className="third" title={t("why")}><Why signal={signal} /></Card>
        {signal.mix_rate && (
          <Card className="half" title={t("mix")} sub={signal.simpson_reversal && <span className="strong">{t("simpson")}</span>}><Chart bare spec={signal.mix_rate} /></Card>
        )}
        {signal.why && (signal.suspects.length > 0 || !signal.outside) && <Card className={signal.mix_rate ? "half" : ""} title={t("suspects")} sub={t("suspectsSub")}><Suspects list={signal.suspects} short={signal.mix_rate !== null} /></Card>}
        <BatchOrField id={signal.id} />
        <SignalTickets signal={signal} />
      </div>
    </Page>
  );
}
