/** Stages as columns, problems as cards. A card is moved by dragging it, or from its menu by keyboard and on a phone. */
import { type DragEvent, useState } from "react";
import type { ProblemBrief, Stage } from "../../api/problems";
import { useMay } from "../../api/session";
import { useNarrow } from "../../parts/useNarrow";
import { useText } from "../../words";
import problems from "../../words/problems";
import { ProblemCard } from "./ProblemCard";
import { byStage } from "./stages";
import { type Mover, useMover } from "./useMover";

export function Board({ list, stage }: { list: ProblemBrief[]; stage: Stage | null }) {
  const t = useText(problems);
  const narrow = useNarrow();
  const mover = useMover();
  const [dragged, setDragged] = useState<ProblemBrief | null>(null);
  // A phone has no room for empty columns, and nothing is dragged there.
  const columns = byStage(list).filter((column) => (stage ? column.stage === stage : !narrow || column.problems.length));
  return (
    <>
      <div className="problems-board" role="group" aria-label={t("board")}>
        {columns.map((column) => <Column key={column.stage} {...column} mover={mover} dragged={dragged} onDrag={setDragged} />)}
      </div>
      {mover.asking}
    </>
  );
}

interface ColumnProps {
  stage: Stage;
  problems: ProblemBrief[];
  mover: Mover;
  dragged: ProblemBrief | null;
  onDrag: (problem: ProblemBrief | null) => void;
}

function Column({ stage, problems: list, mover, dragged, onDrag }: ColumnProps) {
  const t = useText(problems);
  const [over, setOver] = useState(false);
  const takes = dragged !== null && dragged.stage !== stage;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (takes) mover.move(dragged, stage);
  };
  return (
    <section
      className={`problems-column ${list.length ? "" : "empty"} ${takes && over ? "over" : ""}`}
      onDragOver={(event) => { if (takes) { event.preventDefault(); setOver(true); } }}
      onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false); }}
      onDrop={drop}
    >
      <h2><span className="strong">{t(`stage_${stage}`)}</span> <span className="note">{list.length}</span></h2>
      <ul>{list.map((problem) => <li key={problem.id}><Draggable problem={problem} mover={mover} onDrag={onDrag} /></li>)}</ul>
    </section>
  );
}

function Draggable({ problem, mover, onDrag }: { problem: ProblemBrief; mover: Mover; onDrag: (problem: ProblemBrief | null) => void }) {
  const may = useMay()("problem.write");
  const begin = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", problem.title);
    onDrag(problem);
  };
  return (
    <div className={`problems-drag ${mover.moving?.id === problem.id ? "moving" : ""}`} draggable={may} onDragStart={begin} onDragEnd={() => onDrag(null)}>
      <ProblemCard problem={problem} onMove={may ? (to) => mover.move(problem, to) : undefined} />
    </div>
  );
}
