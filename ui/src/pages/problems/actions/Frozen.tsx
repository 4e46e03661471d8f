import type { Action } from "../../../api/actions";
import { useMetrics } from "../../../api/questions";
import { percent } from "../../../format";
import { useLanguage, useText } from "../../../words";
import problems from "../../../words/problems";
import { useSliceText } from "./useSliceText";

/** What was frozen when the action was saved. */
export function Frozen({ action }: { action: Action }) {
  const t = useText(problems);
  const { say } = useLanguage();
  const slice = useSliceText();
  const { data: metrics = [] } = useMetrics();
  const metric = say(metrics.find(({ key }) => key === action.metric)?.title);
  const facts: [string, string][] = [
    [t("owner"), `${action.owner_name ?? action.owner} · ${t("dueOn", { day: action.due })}`],
    [t("metric"), t("metricOf", { metric, slice: slice(action.where) })],
    [t("aim"), t(action.direction === "lower" ? "targetLower" : "targetHigher", { target: percent(action.target) })],
    [t("window"), t("windowOf", { start: action.start, weeks: action.window_weeks, day: action.judge_on })],
    [t("comparison"), action.comparison ? slice(action.comparison) : t("noComparison")],
    ...(action.cost ? [[t("costOf"), action.cost] as [string, string]] : []),
  ];
  return (
    <details className="problems-frozen" open={action.verdict === null}>
      <summary className="note">{t("whatIsFrozen")}</summary>
      <dl>{facts.map(([name, value]) => <div key={name}><dt className="note">{name}</dt><dd>{value}</dd></div>)}</dl>
    </details>
  );
}
