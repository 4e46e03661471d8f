/** The stage, and the moves from here: each a button, or what it still lacks. */
import type { Move, ProblemDetail } from "../../../api/problems";
import { useMay } from "../../../api/session";
import { Button } from "../../../parts/Button";
import { useLanguage, useText } from "../../../words";
import problems from "../../../words/problems";
import { stepTo } from "../stages";
import { type Mover, useMover } from "../useMover";

export function Stages({ problem }: { problem: ProblemDetail }) {
  const t = useText(problems);
  const { say, language } = useLanguage();
  const may = useMay()("problem.write");
  const mover = useMover();
  const ready = problem.moves.filter(({ to }) => stepTo(problem.moves, to) !== "refuse");
  const lacking = problem.moves.filter((move) => !ready.includes(move));
  const lacks = ({ lacks: words }: Move) => words.map(say).join(language === "zh" ? "、" : ", ");
  return (
    <div className="stack-8">
      <div className="row">
        <span className="problem-stage">{say(problem.stage_title)}</span>
        {may && ready.map((move) => <MoveButton key={move.to} move={move} problem={problem} mover={mover} />)}
      </div>
      {may && lacking.map((move) => <p key={move.to} className="note">{t("lacks", { stage: say(move.title), what: lacks(move) })}</p>)}
      {mover.asking}
    </div>
  );
}

function MoveButton({ move, problem, mover }: { move: Move; problem: ProblemDetail; mover: Mover }) {
  const t = useText(problems);
  const { say } = useLanguage();
  return <Button size="small" loading={mover.moving?.to === move.to} onClick={() => mover.move(problem, move.to)}>{t("moveTo", { stage: say(move.title) })}</Button>;
}
