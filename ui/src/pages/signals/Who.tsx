/** Who takes care of a signal, and until when. */
import { Link } from "react-router";
import { useToday } from "../../api/installation";
import type { ProblemBrief } from "../../api/problems";
import type { Signal } from "../../api/signals";
import { day } from "../../format";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";

export function Who({ signal, problem }: { signal: Signal; problem: ProblemBrief | undefined }) {
  const t = useText(signals);
  const { language, say } = useLanguage();
  const today = useToday();
  if (problem) {
    return (
      <>
        <Link to={`/problems/${problem.id}`}>{problem.owner_name ?? problem.owner ?? t("ownerless")} · {say(problem.stage_title)}</Link>
        {problem.due && <span className={problem.overdue ? "note worse" : "note"}>{t(problem.overdue ? "overdue" : "due", { day: day(problem.due, language, today) })}</span>}
      </>
    );
  }
  if (signal.problem_id) return <Link to={`/problems/${signal.problem_id}`}>{t("problem")}</Link>;
  if (signal.state === "snoozed" && signal.snoozed_until) return <span className="secondary">{t("untilOf", { day: day(signal.snoozed_until, language, today) })}</span>;
  if (signal.state === "dismissed") return <span className="secondary lines-2" title={signal.reason ?? ""}>{signal.reason}</span>;
  return <span className="secondary">{t("nobody")}</span>;
}
