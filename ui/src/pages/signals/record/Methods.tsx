/** The three ways to alarm side by side; the title says what came of ours. */
import type { TrackRecord } from "../../../api/trackRecord";
import { count, number } from "../../../format";
import { Card } from "../../../parts/Page";
import { DataTable } from "../../../parts/table";
import { useLanguage, useText } from "../../../words";
import words from "../../../words/track-record";

export function Methods({ record }: { record: NonNullable<TrackRecord["record"]> }) {
  const t = useText(words);
  const { say } = useLanguage();
  const ours = record.methods.find(({ key }) => key === "scan");
  const told = ours && ours.events > 0 && ours.weeks !== null;
  const finding = told ? t("finding", { seen: ours.seen, events: ours.events, weeks: number(ours.weeks), count: ours.weeks }) : t("findingNone");
  return (
    <Card title={finding} sub={`${t("methods")} · ${t("methodsSub", { fixed: count(record.fixed_at) })}`}>
      <DataTable
        label={t("methods")}
        rows={record.methods}
        rowKey={({ key }) => key}
        columns={[
          { key: "method", title: t("method"), render: ({ title }) => say(title) },
          { key: "seen", title: t("seen"), number: true, render: ({ seen, events }) => t("seenOf", { seen, events }) },
          { key: "false", title: t("falseAlarms"), number: true, render: (one) => number(one.false_alarms) },
          { key: "weeks", title: t("weeks"), number: true, render: ({ weeks }) => number(weeks) },
        ]}
      />
      <p className="note">{t("limits")}</p>
    </Card>
  );
}
