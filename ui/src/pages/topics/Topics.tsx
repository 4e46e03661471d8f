/** What people are talking about, how much of it there is, and what is growing. */
import { useSearchParams } from "react-router";
import { type Topic, useTopics } from "../../api/topics";
import { count, day, percent, times } from "../../format";
import { Chart } from "../../parts/chart";
import { QuestionChart } from "../../parts/chart/QuestionChart";
import { FilterBar, useFilters } from "../../parts/filter";
import { Card, Page } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { useNarrow } from "../../parts/useNarrow";
import { useToday } from "../../api/installation";
import { useLanguage, useText } from "../../words";
import topics from "../../words/topics";
import { FindNow } from "./FindNow";
import { TopicSide } from "./TopicSide";
import { TrendsCard } from "./TrendsCard";
import "./topics.css";

export default function Topics() {
  const t = useText(topics);
  const filters = useFilters();
  const [params, setParams] = useSearchParams();
  const landscape = useTopics(filters.period);
  const number = Number(params.get("topic")) || null;
  const open = (next: number | null) =>
    setParams((now) => { if (next) now.set("topic", String(next)); else now.delete("topic"); return now; }, { replace: true });
  return (
    <Page title={t("title")} sub={t("sub")} actions={<FindNow />}>
      <FilterBar filters={filters} />
      <Await query={landscape} height={480}>
        {(found) => found.topics.length ? (
          <div className="grid">
            <div className="two-thirds"><Card><Chart spec={found.chart} height={380} onPick={(label) => open(found.topics.find((one) => one.label === label)?.number ?? null)} /></Card></div>
            <div className="third"><Card><QuestionChart question={{ metrics: ["ticket_count"], cuts: ["topic"], chart: "pareto" }} filters={filters} height={380} /></Card></div>
            <TrendsCard period={filters.period} onOpen={open} />
            <Card title={t("all")} sub={t("allSub", { tickets: count(found.tickets), without: count(found.without_topic) })}>
              <List rows={found.topics} current={number} onOpen={open} />
            </Card>
          </div>
        ) : <Empty why={t("none")} action={<FindNow />} />}
      </Await>
      <TopicSide number={number} period={filters.period} all={landscape.data?.topics ?? []} onOpen={open} />
    </Page>
  );
}

function List({ rows, current, onOpen }: { rows: Topic[]; current: number | null; onOpen: (number: number) => void }) {
  const t = useText(topics);
  const { language } = useLanguage();
  const today = useToday();
  const narrow = useNarrow();
  const most = Math.max(...rows.map((row) => row.tickets), 1);
  const before: Column<Topic> = { key: "before", title: t("before"), number: true, width: 96, render: (row) => count(row.before) };
  const share: Column<Topic> = { key: "share", title: t("share"), number: true, width: 80, render: (row) => percent(row.share) };
  return (
    <DataTable
      label={t("all")}
      rows={rows}
      rowKey={(row) => String(row.number)}
      current={String(current)}
      onRow={(row) => onOpen(row.number)}
      columns={[
        { key: "topic", title: t("topic"), render: (row) => row.label, bar: (row) => row.tickets / most },
        { key: "tickets", title: t("tickets"), number: true, width: 88, render: (row) => count(row.tickets) },
        ...(narrow ? [] : [before, share]),
        {
          key: "growth", title: t("growth"), number: true, width: narrow ? 96 : 176, worse: (row) => (row.growth?.ratio ?? 0) > 1,
          render: (row) => row.growth
            ? <><span className="nowrap">▲ {times(row.growth.ratio, language)}</span> <span className="note nowrap topics-side">{t("since", { day: day(row.growth.since, language, today) })}</span></>
            : <span className="note">{t("noChange")}</span>,
        },
      ]}
    />
  );
}
