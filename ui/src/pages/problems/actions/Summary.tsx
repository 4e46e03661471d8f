import type { Plan } from "../../../api/actions";
import { useMetrics } from "../../../api/questions";
import { percent } from "../../../format";
import { useLanguage, useText } from "../../../words";
import problems from "../../../words/problems";
import { judgeOn } from "./plan";
import { useSliceText } from "./useSliceText";

/** What saving means, in one sentence, while it is being written. */
export function Summary({ plan }: { plan: Plan }) {
  const t = useText(problems);
  const { say } = useLanguage();
  const slice = useSliceText();
  const { data: metrics = [] } = useMetrics();
  const metric = say(metrics.find(({ key }) => key === plan.metric)?.title);
  const whole = plan.start && plan.window_weeks > 0 && plan.target > 0 && Object.keys(plan.where).length > 0;
  if (!whole) return <p className="problems-summary secondary" role="status">{t("summaryLacks")}</p>;
  const day = judgeOn(plan.start, plan.window_weeks);
  const aim = t(plan.direction === "lower" ? "aimLower" : "aimHigher", { metric, slice: slice(plan.where), target: percent(plan.target) });
  const comparison = plan.comparison ? t("vsComparison", { slice: slice(plan.comparison) }) : t("vsSeason");
  return <p className="problems-summary" role="status">{t("summary", { day, aim, comparison, weeks: plan.window_weeks })}</p>;
}
