import { Link, useNavigate } from "react-router";
import type { ChartSpec } from "../../api/charts";
import type { ExplainRequest, Explanation } from "../../api/explain";
import { useMetrics } from "../../api/questions";
import type { Slice } from "../../api/slices";
import { number } from "../../format";
import { Chart } from "../../parts/chart";
import { ChangeMark, Figure } from "../../parts/figure";
import { useDimensionName } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { Empty } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/explain";
import { paramsOf } from "./addresses";
import { Suspects } from "./Suspects";

export function Explained({ explanation, request }: { explanation: Explanation; request: ExplainRequest }) {
  const t = useText(words);
  const { say, language } = useLanguage();
  const dimension = useDimensionName();
  const { data: metrics = [] } = useMetrics();
  const metric = metrics.find((one) => one.key === explanation.metric);
  const names = explanation.dims.map(dimension);
  return (
    <div className="stack">
      <Card title={say(explanation.sentence)} sub={explanation.figure ? say(metric?.title) : <>{say(metric?.title)} · {t("observed", { value: number(explanation.observed) })} · {t("expected", { value: number(explanation.expected) })}</>}>
        {explanation.figure && metric && <p><Figure size="inline" brief={metric} cell={explanation.figure} question={{ metrics: [metric.key], where: request.where, period: request.period }} /> {say(metric.unit.text)} <ChangeMark change={explanation.figure.compare} better={metric.better} unit={metric.unit.key} /></p>}
        {explanation.simpson_reversal && <p className="strong">{t("simpson")}</p>}
        {explanation.outside && <p>{t("outside")}</p>}
        {explanation.method && <p className="note">{t("method", { title: say(explanation.method.title), why: say(explanation.method.why) })}</p>}
        <p className="note">{t("searched", { dims: names.join(language === "zh" ? "、" : ", ") })}</p>
      </Card>
      {explanation.chart && <Card><Chart bare spec={explanation.chart} height={300} /></Card>}
      {explanation.tree && <Levels spec={explanation.tree} request={request} />}
      <Card title={t("suspects")} sub={t("suspectsSub")}>
        {explanation.suspects.length ? <Suspects suspects={explanation.suspects} request={request} /> : <Empty why={t("noSuspects")} action={<Link to={`/tickets?${paramsOf(request, {})}`}>{t("tickets")}</Link>} />}
      </Card>
    </div>
  );
}

/** The change level by level; a part opens its own explanation. */
function Levels({ spec, request }: { spec: ChartSpec; request: ExplainRequest }) {
  const t = useText(words);
  const go = useNavigate();
  const open = (path: string) => void go(`/explain?metric=${request.metric}&compare=${request.compare}&${paramsOf(request, sliceOf(spec, path))}`);
  return <Card title={t("levels")}><Chart bare spec={spec} onPick={open} /></Card>;
}

/** The slice at the end of a path: each value with the dimension of its own line. */
function sliceOf(spec: ChartSpec, path: string): Slice {
  const values = path.split("\n").slice(1);
  const lines = values.map((_, at) => spec.x.indexOf(["", ...values.slice(0, at + 1)].join("\n")));
  return Object.fromEntries(values.map((value, at) => [spec.y[lines[at] ?? 0] ?? "", [value]]));
}
