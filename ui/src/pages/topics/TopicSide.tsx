/** One topic: what sets it apart, who says it and how, and what to do with it. */
import { Link } from "react-router";
import { type Topic, type TopicDetail, useTopic } from "../../api/topics";
import { count, percent, times } from "../../format";
import { Side } from "../../parts/Side";
import { Await } from "../../parts/states";
import { DataTable } from "../../parts/table";
import { useLanguage, useText } from "../../words";
import topics from "../../words/topics";
import { Acts } from "./Acts";

interface Props {
  number: number | null;
  period: string;
  all: Topic[];
  onOpen: (number: number | null) => void;
}

export function TopicSide({ number, period, all, onOpen }: Props) {
  const topic = useTopic(number, period);
  return (
    <Side open={number !== null} onClose={() => onOpen(null)} title={topic.data?.label ?? ""}>
      <Await query={topic} height={480}>
        {(detail) => (
          <div className="stack">
            <TopicLinks topic={detail} period={period} />
            <Distinguishing topic={detail} />
            <Phrases topic={detail} />
            <Representatives topic={detail} />
            <Acts key={detail.number} topic={detail} all={all} onOpen={onOpen} />
          </div>
        )}
      </Await>
    </Side>
  );
}

function TopicLinks({ topic, period }: { topic: TopicDetail; period: string }) {
  const t = useText(topics);
  const where = new URLSearchParams({ where: `topic=${topic.name}`, period });
  const why = new URLSearchParams({ metric: "ticket_count", where: `topic=${topic.name}`, period });
  return (
    <p className="row">
      <span>{t("ticketsOf", { n: count(topic.tickets), share: percent(topic.share) })}</span>
      <Link to={`/tickets?${where}`}>{t("showTickets")}</Link>
      <Link to={`/explain?${why}`}>{t("why")}</Link>
    </p>
  );
}

function Distinguishing({ topic }: { topic: TopicDetail }) {
  const t = useText(topics);
  const { say, language } = useLanguage();
  return (
    <section>
      <h2>{t("distinguishing")}</h2>
      <DataTable
        label={t("distinguishing")}
        rows={topic.fields}
        rowKey={(row) => `${row.dimension} ${row.value}`}
        columns={[
          { key: "value", title: t("field"), render: (row) => `${say(row.title)} ${row.value}`, bar: (row) => row.share },
          { key: "share", title: t("share"), number: true, render: (row) => percent(row.share) },
          { key: "lift", title: t("lift"), number: true, render: (row) => times(row.lift, language) },
        ]}
      />
    </section>
  );
}

function Phrases({ topic }: { topic: TopicDetail }) {
  const t = useText(topics);
  return (
    <section>
      <h2>{t("phrases")}</h2>
      <ul className="topics-phrases">
        {topic.phrases.map(({ text, share }) => <li key={text}>{text} <span className="note">{percent(share)}</span></li>)}
      </ul>
    </section>
  );
}

function Representatives({ topic }: { topic: TopicDetail }) {
  const t = useText(topics);
  return (
    <section>
      <h2>{t("representatives")}</h2>
      <ul className="topics-texts">
        {topic.representatives.map((one) => (
          <li key={one.ticket_id} className="prose"><Link to={`/tickets/${encodeURIComponent(one.ticket_id)}`}>{one.text}</Link></li>
        ))}
      </ul>
    </section>
  );
}
