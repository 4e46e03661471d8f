/** Every figure with its definition, its value now, and who uses it. */
import { useState } from "react";
import { useSearchParams } from "react-router";
import { type Metric, useMetrics } from "../../api/questions";
import { Button } from "../../parts/Button";
import { Field } from "../../parts/Field";
import { Card, Page } from "../../parts/Page";
import { Side } from "../../parts/Side";
import { Await, Empty } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/metrics";
import { MetricDetail } from "./MetricDetail";
import { MetricTable } from "./MetricTable";

export default function Metrics() {
  const t = useText(words);
  const { say } = useLanguage();
  const metrics = useMetrics();
  const [search, setSearch] = useState("");
  const [params, setParams] = useSearchParams();
  const key = params.get("metric");
  const open = (metric: Metric | null) => setParams(metric ? { metric: metric.key } : {});
  const current = metrics.data?.find((one) => one.key === key);
  return (
    <Page title={t("title")} sub={t("sub")}>
      <Card>
        <div className="stack">
          <Field label={t("search")} type="search" value={search} onChange={setSearch} placeholder={t("searchHint")} />
          <Await query={metrics} height={600}>
            {(all) => {
              const found = all.filter((one) => fits(one, search));
              if (!found.length) return <Empty why={t("noneFound", { search })} action={<Button onClick={() => setSearch("")}>{t("clear")}</Button>} />;
              return <MetricTable metrics={found} current={key ?? undefined} onOpen={open} />;
            }}
          </Await>
        </div>
      </Card>
      <Side open={Boolean(current)} onClose={() => open(null)} title={say(current?.title)} width={760}>
        {current && <MetricDetail metric={current} />}
      </Side>
    </Page>
  );
}

function fits(metric: Metric, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  const texts = [metric.key, metric.title.zh, metric.title.en, metric.question.zh, metric.question.en];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
