/** What increased against the period before: topics, words and phrases. The few that are most stand in the picture above. */
import { Link } from "react-router";
import { useToday } from "../../api/installation";
import { type RateChange, type Trends, useTrends } from "../../api/topics";
import { count, day, interval, times } from "../../format";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { useNarrow } from "../../parts/useNarrow";
import { type Language, useLanguage, useText } from "../../words";
import topics from "../../words/topics";

const HIGH = 440;

export function TrendsCard({ period, onOpen }: { period: string; onOpen: (number: number) => void }) {
  const t = useText(topics);
  const { say, language } = useLanguage();
  const today = useToday();
  const trends = useTrends(period);
  return (
    <Await query={trends} height={320}>
      {(found) => found.available && (
        <Card title={say(found.sentence)} sub={t("trendsSub", { start: day(found.before.start, language, today), per: t(found.per_unit ? "perUnits" : "perDays") })}>
          <div className="grid">
            <div className="half stack-8"><h3 className="strong">{t("risenTopics")}</h3><Topics rows={found.topics} onOpen={onOpen} /></div>
            <div className="half stack-8"><h3 className="strong">{t("risen")}</h3><Phrases rows={found.phrases} period={period} /></div>
          </div>
        </Card>
      )}
    </Await>
  );
}

function Topics({ rows, onOpen }: { rows: Trends["topics"]; onOpen: (number: number) => void }) {
  const t = useText(topics);
  const columns = useChange<Trends["topics"][number]>();
  // Those that bring most tickets more come first.
  const risen = rows.filter((row) => row.increased).toSorted((one, other) => other.tickets - other.expected - (one.tickets - one.expected));
  if (!risen.length) return <p>{t("noTopicRisen")}</p>;
  return (
    <DataTable
      label={t("risenTopics")}
      rows={risen}
      rowKey={(row) => String(row.number)}
      onRow={(row) => onOpen(row.number)}
      maxHeight={HIGH}
      columns={[{ key: "topic", title: t("topic"), render: (row) => row.label }, ...columns]}
    />
  );
}

function Phrases({ rows, period }: { rows: Trends["phrases"]; period: string }) {
  const t = useText(topics);
  const columns = useChange<Trends["phrases"][number]>();
  if (!rows.length) return <p>{t("noneRisen")}</p>;
  return (
    <DataTable
      label={t("risen")}
      rows={rows}
      rowKey={(row) => row.text}
      maxHeight={HIGH}
      columns={[
        { key: "phrase", title: t("phrase"), render: (row) => <Link to={`/tickets?${new URLSearchParams({ q: row.text, period })}`}>{row.text}</Link> },
        ...columns,
      ]}
    />
  );
}

/** Tickets now and before, and how many times as many for what was at risk; on a phone what came before is left out. */
function useChange<Row extends RateChange>(): Column<Row>[] {
  const t = useText(topics);
  const { language } = useLanguage();
  const narrow = useNarrow();
  const now: Column<Row> = { key: "tickets", title: t("tickets"), number: true, width: 88, render: (row) => count(row.tickets) };
  const before: Column<Row> = { key: "before", title: t("before"), number: true, width: 88, render: (row) => count(row.before) };
  return [now, ...(narrow ? [] : [before]), change(t("times"), language)];
}

function change<Row extends RateChange>(title: string, language: Language): Column<Row> {
  return {
    key: "change", title, number: true, width: 120, worse: (row) => row.increased,
    render: (row) => <><span className="nowrap">{row.increased && "▲ "}{times(row.ratio, language)}</span> <span className="note nowrap topics-side">{interval(row.interval.low, row.interval.high)}</span></>,
  };
}
