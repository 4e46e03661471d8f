/** The signals that are open, each with who has it. */
import { Link } from "react-router";
import { useToday } from "../../api/installation";
import { type ProblemBrief, useProblems } from "../../api/problems";
import { useMetrics } from "../../api/questions";
import { type Signal, useSignals } from "../../api/signals";
import { day, interval } from "../../format";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import overview from "../../words/overview";
import { sliceName } from "../../api/slices";
import { SignalRatio } from "../../parts/signal/SignalRatio";

const SHOWN = 6;
const ROOM = 256;

export function Worse() {
  const t = useText(overview);
  const signals = useSignals("open");
  const problems = useProblems();
  const open = signals.data ?? [];
  const known = new Map((problems.data ?? []).map((problem) => [problem.id, problem]));
  const free = open.filter((signal) => !known.get(signal.problem_id ?? "")?.owner).length;
  const title = !open.length ? null : problems.data ? t(free ? "signals" : "signalsOwned", { n: open.length, free }) : t("signalsUnknown", { n: open.length });
  return (
    <Card className="two-thirds" title={title ?? t("waiting")} sub={t("signalsSub")} actions={<Link to="/signals">{t("toSignals")}</Link>}>
      <Await query={signals} height={ROOM}>
        {(list) =>
          list.length ? (
            <ul className="worse-list">
              {list.slice(0, SHOWN).map((signal) => (
                <Line key={signal.id} signal={signal} problem={known.get(signal.problem_id ?? "")} problemsKnown={problems.data !== undefined} />
              ))}
            </ul>
          ) : (
            <Empty why={t("noSignals")} />
          )
        }
      </Await>
    </Card>
  );
}

function Line({ signal, problem, problemsKnown }: { signal: Signal; problem: ProblemBrief | undefined; problemsKnown: boolean }) {
  const t = useText(overview);
  const { language, say } = useLanguage();
  const today = useToday();
  const { data: metrics = [] } = useMetrics();
  const metric = metrics.find((one) => one.key === signal.metric);
  return (
    <li>
      <div className="worse-what">
        <Link to={`/signals/${signal.id}`} className="strong">{sliceName(signal.where)}</Link>
        <span className="note">{say(metric?.title)} · {t("since", { day: day(signal.period.start, language, today), count: signal.window_weeks })}</span>
      </div>
      <div className="worse-size" title={t("intervalOf", { range: interval(signal.interval.low, signal.interval.high) })}>
        <span className="strong"><SignalRatio signal={signal} /></span>
        <span className="note">{t("intervalOf", { range: interval(signal.interval.low, signal.interval.high) })}</span>
      </div>
      <div className="worse-who"><Owner signal={signal} problem={problem} known={problemsKnown} /></div>
    </li>
  );
}

function Owner({ signal, problem, known }: { signal: Signal; problem: ProblemBrief | undefined; known: boolean }) {
  const t = useText(overview);
  const { language, say } = useLanguage();
  const today = useToday();
  if (problem?.owner) {
    return (
      <>
        <Link to={`/problems/${problem.id}`}>{problem.owner_name ?? problem.owner} · {say(problem.stage_title)}</Link>
        {problem.due && <span className={problem.overdue ? "note worse" : "note"}>{t(problem.overdue ? "overdue" : "due", { day: day(problem.due, language, today) })}</span>}
      </>
    );
  }
  if (!known && signal.problem_id) return <span className="note">{t("ownerUnknown")}</span>;
  return <span className="row"><span className="note">{t("nobody")}</span><Button to={problem ? `/problems/${problem.id}` : `/signals/${signal.id}`} size="small">{t(problem ? "assign" : "makeProblem")}</Button></span>;
}
