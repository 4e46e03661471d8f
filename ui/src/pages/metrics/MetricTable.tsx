import { useQueries } from "@tanstack/react-query";
import { answer, type Answer, type Metric, type Question } from "../../api/questions";
import { Figure, ChangeMark } from "../../parts/figure";
import { type Column, DataTable } from "../../parts/table";
import { useLanguage, useText } from "../../words";
import words from "../../words/metrics";

const AT_ONCE = 8;

const questionOf = (keys: string[]): Question => ({ metrics: keys, period: "last-8-weeks", compare: "previous" });

export function MetricTable({ metrics, current, onOpen }: { metrics: Metric[]; current: string | undefined; onOpen: (metric: Metric) => void }) {
  const t = useText(words);
  const { say } = useLanguage();
  const find = useValues(metrics);
  const columns: Column<Metric>[] = [
    { key: "title", title: t("name"), width: 200, render: (one) => say(one.title) },
    {
      key: "value",
      title: t("value"),
      number: true,
      render: (one) => {
        const cell = find(one.key);
        return cell && <Figure size="inline" brief={one} cell={cell} question={questionOf([one.key])} />;
      },
    },
    { key: "unit", title: t("unit"), render: (one) => <span className="note">{say(one.unit.text)}</span> },
    { key: "change", title: t("change"), render: (one) => <ChangeMark change={find(one.key)?.compare ?? null} better={one.better} unit={one.unit.key} /> },
    { key: "better", title: t("better"), render: (one) => <span className="note">{t(one.better)}</span> },
    { key: "question", title: t("question"), width: "40%", render: (one) => <span className="secondary">{say(one.question)}</span> },
  ];
  return <DataTable label={t("title")} rows={metrics} columns={columns} rowKey={(one) => one.key} onRow={onOpen} current={current} />;
}

/** The figures come a few at a time: the first are there while the last are still being counted. */
function useValues(metrics: Metric[]) {
  const keys = metrics.map((one) => one.key).toSorted();
  const groups = Array.from({ length: Math.ceil(keys.length / AT_ONCE) }, (_, i) => keys.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
  const answers = useQueries({ queries: groups.map((group) => answer(questionOf(group))) });
  const cells = answers.flatMap((one) => (one.data as Answer | undefined)?.cells ?? []);
  return (key: string) => cells.find((cell) => cell.metric === key);
}
