/** A question as a chart: answered, drawn, linked. A click filters the page; the chart ignores the filter that comes from itself. */
import type { ReactNode } from "react";
import { type AnswerCell, type Assessment, type Question, useAnswer, useMetrics } from "../../api/questions";
import { useText } from "../../words";
import parts from "../../words/parts";
import { Figure } from "../figure";
import { chosen, type Filters, followed, useFilterLabel, without } from "../filter";
import { Await } from "../states";
import { Chart } from "./Chart";

/** Between the values that name a row of three cuts. */
const AND = " · ";

interface Props {
  question: Omit<Question, "where" | "period"> & { chart: string };
  filters: Filters;
  height?: number;
  bare?: boolean;
}

export function QuestionChart({ question, filters, height = 260, bare = false }: Props) {
  const t = useText(parts);
  const label = useFilterLabel();
  const cuts = question.cuts ?? [];
  const own = question.grain ? [] : cuts;
  const { data: metrics } = useMetrics();
  const chosenMetrics = metrics?.filter(({ key }) => question.metrics.includes(key)) ?? [];
  const { where } = followed(without(filters.where, own), chosenMetrics);
  const full: Question = { ...question, where, period: filters.period };
  // Which filters it can follow is known first.
  const answered = useAnswer(full, metrics !== undefined);
  const ignored = filters.where.filter((text) => !where.includes(text));
  return (
    <Await query={answered} height={height + 48}>
      {(data) => {
        if (!data.chart) return null;
        const find = finder(data.cells, cuts);
        const brief = data.metrics[0];
        const figure = (x: string, y?: string): ReactNode => {
          const cell = find(x, y);
          return cell && brief ? <Figure size="inline" brief={brief} cell={cell} question={full} /> : null;
        };
        return (
          <Chart
            spec={data.chart}
            height={height}
            bare={bare}
            compared={question.compare !== undefined}
            assessment={assessments(data.cells, cuts)}
            figure={question.grain ? undefined : figure}
            picked={cuts.length === 1 && cuts[0] ? chosen(filters.where, cuts[0]) : undefined}
            onPick={own.length ? (x, y) => filters.toggle(sliceOf(cuts, x, y)) : undefined}
            extra={ignored.length > 0 && <> · {t("ignoring", { what: ignored.map(label).join("; ") })}</>}
          />
        );
      }}
    </Await>
  );
}

/** A matrix has its last cut along the top, and the others down the side. */
function sliceOf(cuts: string[], x: string, y?: string): Record<string, string> {
  const along = cuts.at(-1) ?? "";
  if (cuts.length < 2 || y === undefined) return { [along]: x };
  const sides = cuts.length > 2 ? y.split(AND) : [y];
  return { ...Object.fromEntries(sides.map((value, at) => [cuts[at] ?? "", value])), [along]: x };
}

const textOf = (cell: AnswerCell, cut: string | undefined): string => (cut ? String(cell.at[cut] ?? "") : "");

function finder(cells: AnswerCell[], cuts: string[]): (x: string, y?: string) => AnswerCell | undefined {
  const known = new Map(cells.map((cell) => [cuts.map((cut) => textOf(cell, cut)).join("\n"), cell]));
  return (x, y) => known.get(y === undefined ? x : `${y}\n${x}`);
}

function assessments(cells: AnswerCell[], cuts: string[]): Record<string, Assessment> {
  return Object.fromEntries(cells.map((cell) => [cuts.map((cut) => textOf(cell, cut)).join(AND), cell.assessment]));
}

