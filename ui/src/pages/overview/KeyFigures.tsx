/** The figures that a supervisor is asked for, each with its change. */
import { type Question, useAnswer } from "../../api/questions";
import { Figure } from "../../parts/figure";
import type { Filters } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";

const METRICS = ["ticket_count", "failure_rate", "complaint_rate", "first_response_hours_median", "sla_resolution_rate", "repeat_rate", "satisfaction_rate"];

export function KeyFigures({ filters }: { filters: Filters }) {
  // All time has nothing before it.
  const compare = filters.period === "all" ? {} : { compare: filters.compare };
  const question: Question = { metrics: METRICS, where: filters.where, period: filters.period, ...compare };
  const answered = useAnswer(question);
  return (
    <Card>
      <Await query={answered} height={112}>
        {(data) => (
          <div className="key-figures">
            {data.metrics.map((brief) => {
              const cell = data.cells.find((one) => one.metric === brief.key);
              return cell && <Figure key={brief.key} brief={brief} cell={cell} question={{ ...question, metrics: [brief.key] }} />;
            })}
          </div>
        )}
      </Await>
    </Card>
  );
}
