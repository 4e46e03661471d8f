/** A number that can be asked: a click opens its definition, SQL, filters and the rows behind it. */
import { lazy, Suspense, useState } from "react";
import type { AnswerCell, MetricBrief, Question } from "../../api/questions";
import { compact, count, interval, number } from "../../format";
import { useLanguage, useText } from "../../words";
import parts from "../../words/parts";
import { ChangeMark } from "./ChangeMark";
import "./figure.css";

const FigurePanel = lazy(() => import("./FigurePanel"));

/** Below this many, the interval stands beside the figure. */
const FEW = 30;

export interface FigureProps {
  brief: MetricBrief;
  cell: AnswerCell;
  /** The question that the cell answers. */
  question: Question;
  /** `card`: title, big number, change. `inline`: the number alone, as text. */
  size?: "card" | "inline";
  /** Filters of the page that this figure cannot follow, in words. */
  ignored?: string;
}

export function Figure({ brief, cell, question, size = "card", ignored = "" }: FigureProps) {
  const t = useText(parts);
  const { language, say } = useLanguage();
  const [open, setOpen] = useState(false);
  const unit = brief.unit.key;
  const full = unit === "ratio" ? number(cell.value, unit) : `${number(cell.value, unit)} ${say(brief.unit.text)}`;
  const shown = size === "card" ? compact(cell.value, unit, language) : number(cell.value, unit);
  const button = (
    <button type="button" className="plain figure-value" onClick={() => setOpen(true)} title={`${full}\n${t("open")}`}>
      {shown}
    </button>
  );
  return (
    <>
      {size === "inline" ? button : <Framed brief={brief} cell={cell} ignored={ignored}>{button}</Framed>}
      {open && <Suspense><FigurePanel brief={brief} cell={cell} question={question} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}

function Framed({ brief, cell, ignored, children }: Pick<FigureProps, "brief" | "cell" | "ignored"> & { children: React.ReactNode }) {
  const t = useText(parts);
  const { say } = useLanguage();
  const few = cell.n < FEW && cell.interval?.low != null;
  return (
    <div className="figure">
      <span className="note">{say(brief.title)}{brief.unit.key !== "ratio" && ` (${say(brief.unit.text)})`}</span>
      {children}
      <span className="note">
        <ChangeMark change={cell.compare} better={brief.better} unit={brief.unit.key} />
        {few && <span className="figure-range">{t("interval", { range: interval(cell.interval?.low, cell.interval?.high, brief.unit.key), n: count(cell.n) })}</span>}
        {ignored && <span className="figure-range">{t("ignoring", { what: ignored })}</span>}
      </span>
    </div>
  );
}
