/** What is being worked on, and by whom. */
import { Link } from "react-router";
import { useToday } from "../../api/installation";
import { isUnresolved, type ProblemBrief, useProblems } from "../../api/problems";
import { day } from "../../format";
import { Card } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import overview from "../../words/overview";

const SHOWN = 6;

export function OpenProblems() {
  const t = useText(overview);
  const problems = useProblems();
  return (
    <Card className="third" title={t("problems")} sub={t("problemsSub")} actions={<Link to="/problems">{t("toProblems")}</Link>}>
      <Await query={problems} height={256}>
        {(all) => {
          const open = all.filter(isUnresolved).toSorted(byDue);
          if (!open.length) return <Empty why={t("noProblems")} />;
          return <ul className="problem-list">{open.slice(0, SHOWN).map((problem) => <Line key={problem.id} problem={problem} />)}</ul>;
        }}
      </Await>
    </Card>
  );
}

function Line({ problem }: { problem: ProblemBrief }) {
  const t = useText(overview);
  const { language, say } = useLanguage();
  const today = useToday();
  return (
    <li>
      <Link to={`/problems/${problem.id}`} className="lines-2">{problem.title}</Link>
      <span className="note">
        {say(problem.stage_title)} · {problem.owner_name ?? problem.owner ?? t("nobody")}
        {problem.due && <> · <span className={problem.overdue ? "worse" : ""}>{t(problem.overdue ? "overdue" : "due", { day: day(problem.due, language, today) })}</span></>}
      </span>
    </li>
  );
}

// Those without a date come last.
function byDue(one: ProblemBrief, other: ProblemBrief): number {
  return (one.due ?? "9999").localeCompare(other.due ?? "9999");
}
