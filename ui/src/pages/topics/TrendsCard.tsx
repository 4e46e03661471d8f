/** The few topics that are most, and what rose against the time before: topics, words and phrases. */
import { Link } from "react-router";
import { useToday } from "../../api/installation";
import { type Rise, type Trends, useTrends } from "../../api/topics";
import { count, day, interval, percent, times } from "../../format";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { type Language, useLanguage, useText } from "../../words";
import topics from "../../words/topics";

export function TrendsCard({ period, onOpen }: { period: string; onOpen: (number: number) => void }) {
  const t = useText(topics);
  const { say, language } = useLanguage();
  const today = useToday();
  const asked = useTrends(period);
  return (
    <Await query={asked} height={320}>
      {(told) => told && (
        <Card title={say(told.sentence)} sub={t("trendsSub", { start: day(told.before.start, language, today), per: t(told.by_units ? "perUnits" : "perDays") })}>
          <div className="grid">
            <div className="half stack-8"><h3 className="strong">{t("pains")}</h3><Pains rows={told.topics} onOpen={onOpen} /></div>
            <div className="half stack-8"><h3 className="strong">{t("risen")}</h3><Risen rows={told.phrases} period={period} /></div>
          </div>
        </Card>
      )}
    </Await>
  );
}

const HIGH = 440;

function Pains({ rows, onOpen }: { rows: Trends["topics"]; onOpen: (number: number) => void }) {
  const t = useText(topics);
  const { language } = useLanguage();
  const told = rows.filter((row) => row.vital || row.rose);
  return (
    <DataTable
      label={t("pains")}
      rows={told}
      rowKey={(row) => String(row.number)}
      onRow={(row) => onOpen(row.number)}
      maxHeight={HIGH}
      columns={[
        { key: "topic", title: t("topic"), render: (row) => row.label },
        { key: "tickets", title: t("tickets"), number: true, width: 96, render: (row) => count(row.tickets) },
        { key: "running", title: t("vital"), number: true, width: 88, render: (row) => percent(row.running), bar: (row) => row.running },
        rise(t("times"), language),
      ]}
    />
  );
}

function Risen({ rows, period }: { rows: Trends["phrases"]; period: string }) {
  const t = useText(topics);
  const { language } = useLanguage();
  if (!rows.length) return <p>{t("noneRisen")}</p>;
  return (
    <DataTable
      label={t("risen")}
      rows={rows}
      rowKey={(row) => row.text}
      maxHeight={HIGH}
      columns={[
        { key: "phrase", title: t("phrase"), render: (row) => <Link to={`/tickets?${new URLSearchParams({ q: row.text, period })}`}>{row.text}</Link> },
        { key: "tickets", title: t("tickets"), number: true, width: 96, render: (row) => count(row.tickets) },
        { key: "before", title: t("before"), number: true, width: 96, render: (row) => count(row.before) },
        rise(t("times"), language),
      ]}
    />
  );
}

function rise<Row extends Rise>(title: string, language: Language): Column<Row> {
  return {
    key: "rise", title, number: true, width: 152, worse: (row) => row.rose,
    render: (row) => <>{row.rose && "▲ "}{times(row.ratio, language)} <span className="note">{interval(row.low, row.high)}</span></>,
  };
}
