import { Link, useNavigate } from "react-router";
import type { ChartSpec } from "../../api/charts";
import type { Explanation, Why } from "../../api/explain";
import { useMetrics } from "../../api/questions";
import { number } from "../../format";
import { Chart } from "../../parts/chart";
import { useDimensionName } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { Empty } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/explain";
import { paramsOf } from "./addresses";
import { Suspects } from "./Suspects";

export function Explained({ found, why }: { found: Explanation; why: Why }) {
  const t = useText(words);
  const { say, language } = useLanguage();
  const dimension = useDimensionName();
  const { data: metrics = [] } = useMetrics();
  const metric = metrics.find((one) => one.key === found.metric);
  const names = found.dims.map(dimension);
  const picture = found.chart ?? found.mix;
  return (
    <div className="stack">
      <Card title={say(found.sentence)} sub={<>{say(metric?.title)} · {t("observed", { value: number(found.observed) })} · {t("expected", { value: number(found.expected) })}</>}>
        {found.simpson && <p className="strong">{t("simpson")}</p>}
        {found.outside && <p>{t("outside")}</p>}
        {found.method && <p className="note">{t("method", { title: say(found.method.title), why: say(found.method.why) })}</p>}
        <p className="note">{t("looked", { dims: names.join(language === "zh" ? "、" : ", ") })}</p>
      </Card>
      {picture && <Card><Chart bare spec={picture} height={300} /></Card>}
      {found.tree && <Levels spec={found.tree} why={why} />}
      <Card title={t("suspects")} sub={t("suspectsSub")}>
        {found.suspects.length ? <Suspects suspects={found.suspects} why={why} /> : <Empty why={t("noSuspects")} action={<Link to={`/tickets?${paramsOf(why, {})}`}>{t("tickets")}</Link>} />}
      </Card>
    </div>
  );
}

/** The change level by level; a part opens its own explanation. */
function Levels({ spec, why }: { spec: ChartSpec; why: Why }) {
  const t = useText(words);
  const go = useNavigate();
  const open = (path: string) => void go(`/explain?metric=${why.metric}&compare=${why.compare}&${paramsOf(why, sliceOf(spec, path))}`);
  return <Card title={t("levels")}><Chart bare spec={spec} onPick={open} /></Card>;
}

/** The slice at the end of a path: each value with the dimension that its own line tells. */
function sliceOf(spec: ChartSpec, path: string): Record<string, string> {
  const values = path.split("\n").slice(1);
  const lines = values.map((_, at) => spec.x.indexOf(["", ...values.slice(0, at + 1)].join("\n")));
  return Object.fromEntries(values.map((value, at) => [spec.y[lines[at] ?? 0] ?? "", value]));
}
