import { HolderOutlined } from "@ant-design/icons";
import type { Ref } from "react";
import { Link } from "react-router";
import type { ProblemBrief, Stage } from "../../api/problems";
import { count } from "../../format";
import { Button } from "../../parts/Button";
import { useText } from "../../words";
import problems from "../../words/problems";
import { Due } from "./Due";
import { MoveMenu } from "./MoveMenu";
import { OutcomeWord } from "./OutcomeWord";

interface Props {
  problem: ProblemBrief;
  /** What the keyboard takes the card by. */
  handleRef?: Ref<HTMLButtonElement> | undefined;
  onMove: ((to: Stage) => void) | undefined;
}

export function ProblemCard({ problem, handleRef, onMove }: Props) {
  const t = useText(problems);
  return (
    <article className="problems-card">
      <div className="problems-card-head">
        {handleRef && <Button ref={handleRef} type="text" size="small" className="problems-handle" icon={<HolderOutlined />} aria-label={t("dragOf", { title: problem.title })} />}
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
