/** A change explained: suspects with their evidence, and mix against rate. All of the question is in the URL. */
import { useSearchParams } from "react-router";
import { type ExplainCompare, useChoices, useExplanation } from "../../api/explain";
import { useMetrics } from "../../api/questions";
import { Choice } from "../../parts/Choice";
import { FilterBar, useFilters } from "../../parts/filter";
import { Select } from "../../parts/library/Select";
import { Card, Page } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/explain";
import { Explained } from "./Explained";
import { HotSpots } from "./HotSpots";

const COMPARES: ExplainCompare[] = ["previous", "year", "forecast", "rest", "values"];

export default function Explain() {
  const t = useText(words);
  const { say } = useLanguage();
  const filters = useFilters();
  const [params, setParams] = useSearchParams();
  const { data: metrics = [] } = useMetrics();
  const metric = params.get("metric") ?? "ticket_count";
  const compare = COMPARES.find((one) => one === params.get("compare")) ?? "previous";
  const { data: choices = [] } = useChoices(metric, filters.where);
  const whyNot = (value: ExplainCompare) => say(choices.find((one) => one.compare === value)?.why_not) || undefined;
  const needsSlice = compare === "rest" && !filters.where.length;
  const request = { metric, where: filters.where, period: filters.period, compare };
  const explanation = useExplanation(request, !needsSlice);
  const isCount = metrics.find((one) => one.key === metric)?.kind === "count";
  const set = (key: string, value: string) => setParams((now) => new URLSearchParams([...[...now].filter(([name]) => name !== key), [key, value]]), { replace: true });
  return (
    <Page title={t("title")} sub={t("sub")}>
      <div className="row">
        <Select
          aria-label={t("metric")}
          showSearch={{ optionFilterProp: "label" }}
          value={metric}
          onChange={(value: string) => set("metric", value)}
          popupMatchSelectWidth={false}
          options={metrics.map((one) => ({ value: one.key, label: say(one.title) }))}
        />
        <Choice bare label={t("against")} value={compare} onChange={(value) => set("compare", value)} options={COMPARES.map((value) => ({ value, label: t(value), whyNot: whyNot(value) }))} />
      </div>
      <FilterBar filters={filters} compare={false} allTime={false} />
      {needsSlice ? <Card><Empty why={t("restHint")} /></Card> : <Await query={explanation} height={480}>{(data) => <Explained explanation={data} request={request} />}</Await>}
      {isCount && <HotSpots metric={metric} filters={filters} />}
    </Page>
  );
}
