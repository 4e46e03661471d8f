/** One line for each signal: a table on a desk, a list on a phone. */
import { Link } from "react-router";
import { useToday } from "../../api/installation";
import { type ProblemBrief, useProblems } from "../../api/problems";
import { useMetrics } from "../../api/questions";
import type { Signal } from "../../api/signals";
import { count, day, interval } from "../../format";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";
import { SignalRatio } from "../../parts/signal/SignalRatio";
import { sliceName } from "../../api/slices";
import { counted } from "../../parts/signal/describe";
import { Who } from "./Who";

export function SignalList({ list }: { list: Signal[] }) {
  const t = useText(signals);
  const { data: problems } = useProblems();
  const known = new Map((problems ?? []).map((problem) => [problem.id, problem]));
  return (
    <div className="signals-list">
      <div className="signals-line signals-heads note" aria-hidden="true">
        <span>{t("what")}</span><span>{t("size")}</span><span className="number">{t("observed")}</span><span>{t("since")}</span><span>{t("who")}</span>
      </div>
      <ul>{list.map((signal) => <Line key={signal.id} signal={signal} problem={known.get(signal.problem_id ?? "")} />)}</ul>
    </div>
  );
}

function Line({ signal, problem }: { signal: Signal; problem: ProblemBrief | undefined }) {
  const t = useText(signals);
  const { language, say } = useLanguage();
  const today = useToday();
  const { data: metrics = [] } = useMetrics();
  return (
    <li className="signals-line">
      <div className="signals-what">
        <Link to={`/signals/${signal.id}`} className="strong">{sliceName(signal.where) || say(signal.title)}</Link>
        <span className="note">{say(metrics.find(({ key }) => key === signal.metric)?.title)}</span>
      </div>
      <div className="signals-two">
        <span className="strong"><SignalRatio signal={signal} /></span>
        <span className="note">{t("intervalOf", { range: interval(signal.interval.low, signal.interval.high) })}</span>
      </div>
      <span className="signals-observed number">{counted(signal) && `${count(signal.observed)} / ${count(signal.expected)}`}</span>
      <div className="signals-two signals-since">
        <span>{t("sinceOf", { day: day(signal.period.start, language, today) })}</span>
        <span className="note">{t("weeks", { count: signal.window_weeks })}</span>
      </div>
      <div className="signals-two"><Who signal={signal} problem={problem} /></div>
    </li>
  );
}
