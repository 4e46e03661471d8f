/** The figures that a supervisor is asked for, each with its change. */
import { type Answer, type Question, useAnswer } from "../../api/questions";
import { Figure } from "../../parts/figure";
import type { Filters } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";

const LEAST = 4;

export function KeyFigures({ metrics, filters }: { metrics: string[]; filters: Filters }) {
  // All time has nothing before it.
  const compare = filters.period === "all" ? {} : { compare: filters.compare };
  const question: Question = { metrics, where: filters.where, period: filters.period, ...compare };
  const answered = useAnswer(question);
  return (
    <Card>
      <Await query={answered} height={112}>
        {(data) => (
          <div className="key-figures">
            {withFigures(data).map((brief) => {
              const cell = data.cells.find((one) => one.metric === brief.key);
              return cell && <Figure key={brief.key} brief={brief} cell={cell} question={{ ...question, metrics: [brief.key] }} />;
            })}
          </div>
        )}
      </Await>
    </Card>
  );
}

/** Figures that nobody could know with this data are left out, unless little would remain. */
function withFigures({ metrics, cells }: Answer) {
  const known = metrics.filter(({ key }) => cells.some((cell) => cell.metric === key && (cell.value !== null || cell.compare?.before.value != null)));
  return known.length >= LEAST ? known : metrics;
}
