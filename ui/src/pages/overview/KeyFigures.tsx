/** The figures that a supervisor is asked for, each with its change. */
import { useQueries } from "@tanstack/react-query";
import { answer, type Answer, type Metric, type Question, useMetrics } from "../../api/questions";
import { Figure } from "../../parts/figure";
import { followed, type Filters, useFilterLabel } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { Await, Failed, Loading } from "../../parts/states";

const LEAST = 4;
const HEIGHT = 112;

export function KeyFigures({ metrics, filters }: { metrics: string[]; filters: Filters }) {
  return (
    <Card>
      <Await query={useMetrics()} height={HEIGHT}>
        {(all) => <Figures metrics={all.filter(({ key }) => metrics.includes(key)).toSorted((one, other) => metrics.indexOf(one.key) - metrics.indexOf(other.key))} filters={filters} />}
      </Await>
    </Card>
  );
}

/** Figures that can follow the same filters are asked for at once; one that cannot is shown without them, and says so. */
function Figures({ metrics, filters }: { metrics: Metric[]; filters: Filters }) {
  const label = useFilterLabel();
  const questions = groups(metrics, filters);
  const answers = useQueries({ queries: questions.map(({ question }) => answer(question)) });
  const error = answers.find((one) => one.error)?.error;
  if (error) return <Failed error={error} />;
  const found = answers.flatMap(({ data }, i) => (data ? [{ data, ...questions[i] }] : []));
  if (found.length < questions.length) return <Loading height={HEIGHT} />;
  const shown = metrics.flatMap(({ key }) => {
    const of = found.find(({ data }) => data.metrics.some((one) => one.key === key));
    const brief = of?.data.metrics.find((one) => one.key === key);
    const cell = of?.data.cells.find((one) => one.metric === key);
    return of?.question && brief && cell ? [{ brief, cell, question: { ...of.question, metrics: [key] }, left: of.left ?? [] }] : [];
  });
  return (
    <div className="key-figures">
      {known(shown).map(({ left, ...one }) => <Figure key={one.brief.key} {...one} ignored={left.map(label).join("; ")} />)}
    </div>
  );
}

function groups(metrics: Metric[], filters: Filters): { question: Question; left: string[] }[] {
  // All time has nothing before it.
  const compare = filters.period === "all" ? {} : { compare: filters.compare };
  const byFilters = new Map<string, { metrics: string[]; where: string[]; left: string[] }>();
  for (const metric of metrics) {
    const follows = followed(filters.where, [metric]);
    const key = follows.left.join("\n");
    byFilters.set(key, { ...follows, metrics: [...(byFilters.get(key)?.metrics ?? []), metric.key] });
  }
  return [...byFilters.values()].map(({ left, ...of }) => ({ question: { ...of, period: filters.period, ...compare }, left }));
}

/** Figures that nobody could know with this data are left out, unless little would remain. */
function known<Shown extends { cell: Answer["cells"][number] }>(shown: Shown[]): Shown[] {
  const figures = shown.filter(({ cell }) => cell.value !== null || cell.compare?.before.value != null);
  return figures.length >= LEAST ? figures : shown;
}
