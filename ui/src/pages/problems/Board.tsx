/** Stages as columns, problems as cards. A card is dragged with mouse or keyboard, or moved from its menu. */
import { DragDropProvider, type DragEndEvent, useDraggable, useDroppable } from "@dnd-kit/react";
import { type ComponentProps, useMemo } from "react";
import type { ProblemBrief, Stage } from "../../api/problems";
import { useMay } from "../../api/session";
import { useNarrow } from "../../parts/useNarrow";
import { textIn, useLanguage, useText } from "../../words";
import problems from "../../words/problems";
import { aloud, SENSORS } from "./dragging";
import { ProblemCard } from "./ProblemCard";
import { byStage } from "./stages";
import { type Mover, useMover } from "./useMover";

export function Board({ list, stage }: { list: ProblemBrief[]; stage: Stage | null }) {
  const t = useText(problems);
  const narrow = useNarrow();
  const mover = useMover();
  const { language } = useLanguage();
  const plugins = useMemo<Plugins>(() => (defaults) => [...defaults, aloud(textIn(problems, language))], [language]);
  // A phone has no room for empty columns, and nothing is dragged there.
  const columns = byStage(list).filter((column) => (stage ? column.stage === stage : !narrow || column.problems.length));
  const drop = ({ operation: { source, target }, canceled }: DragEndEvent) => {
    const problem = list.find(({ id }) => id === source?.id);
    if (problem && target && !canceled && target.id !== problem.stage) mover.move(problem, target.id as Stage);
  };
  return (
    <>
      <DragDropProvider sensors={SENSORS} plugins={plugins} onDragEnd={drop}>
        <div className="problems-board" role="group" aria-label={t("board")}>
          {columns.map((column) => <Column key={column.stage} {...column} mover={mover} still={narrow} />)}
        </div>
      </DragDropProvider>
      {mover.asking}
    </>
  );
}

type Plugins = ComponentProps<typeof DragDropProvider>["plugins"];

function Column({ stage, problems: list, mover, still }: { stage: Stage; problems: ProblemBrief[]; mover: Mover; still: boolean }) {
  const t = useText(problems);
  const title = t(`stage_${stage}`);
  const { ref, isDropTarget } = useDroppable({ id: stage, data: { title } });
  return (
    <section ref={ref} aria-label={title} className={`problems-column ${list.length ? "" : "empty"} ${isDropTarget ? "over" : ""}`}>
      <h2><span className="strong">{title}</span> <span className="note">{list.length}</span></h2>
      <ul>{list.map((problem) => <li key={problem.id}><Movable problem={problem} mover={mover} still={still} /></li>)}</ul>
    </section>
  );
}

interface CardProps {
  problem: ProblemBrief;
  mover: Mover;
}

function Movable({ still, ...card }: CardProps & { still: boolean }) {
  const may = useMay()("problem.write");
  if (may && !still) return <Loose {...card} />;
  // What cannot be dragged must not say that it can.
  return <div className="problems-drag"><ProblemCard problem={card.problem} onMove={may ? (to) => card.mover.move(card.problem, to) : undefined} /></div>;
}

function Loose({ problem, mover }: CardProps) {
  const { ref, handleRef } = useDraggable({ id: problem.id, data: { title: problem.title } });
  return (
    <div ref={ref} className={`problems-drag loose ${mover.moving?.id === problem.id ? "moving" : ""}`}>
      <ProblemCard problem={problem} handleRef={handleRef} onMove={(to) => mover.move(problem, to)} />
    </div>
  );
}
