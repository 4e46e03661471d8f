import { Link } from "react-router";
import type { ProblemBrief, Stage } from "../../api/problems";
import { count } from "../../format";
import { useText } from "../../words";
import problems from "../../words/problems";
import { Due } from "./Due";
import { MoveMenu } from "./MoveMenu";
import { OutcomeWord } from "./OutcomeWord";

export function ProblemCard({ problem, onMove }: { problem: ProblemBrief; onMove: ((to: Stage) => void) | undefined }) {
  const t = useText(problems);
  return (
    <article className="problems-card">
      <div className="problems-card-head">
        <Link to={`/problems/${problem.id}`} draggable={false} className="grow">{problem.title}</Link>
        {onMove && <MoveMenu problem={problem} onMove={onMove} />}
      </div>
      <p className="note">{problem.owner_name ?? problem.owner ?? t("ownerless")}{problem.due && <> · <Due problem={problem} /></>}</p>
      <p className="note">
        {t("ticketsOf", { n: count(problem.tickets) })}
        {problem.verdict && <> · <OutcomeWord outcome={problem.verdict} /></>}
      </p>
    </article>
  );
}
