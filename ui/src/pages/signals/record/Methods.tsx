/** The three alarm methods in one table; the title says what ours detected. */
import type { Replayed } from "../../../api/trackRecord";
import { count, number } from "../../../format";
import { Card } from "../../../parts/Page";
import { DataTable } from "../../../parts/table";
import { useLanguage, useText } from "../../../words";
import words from "../../../words/track-record";

export function Methods({ record }: { record: Replayed }) {
  const t = useText(words);
  const { say } = useLanguage();
  const ours = record.methods.find(({ key }) => key === "scan");
  const known = ours && ours.events > 0 && ours.median_delay_weeks !== null;
  const finding = known ? t("finding", { detected: ours.detected, events: ours.events, weeks: number(ours.median_delay_weeks), count: ours.median_delay_weeks }) : t("findingNone");
  return (
    <Card title={finding} sub={`${t("methods")} · ${t("methodsSub", { fixed: count(record.fixed_threshold) })}`}>
      <DataTable
        label={t("methods")}
        rows={record.methods}
        rowKey={({ key }) => key}
        columns={[
          { key: "method", title: t("method"), render: ({ title }) => say(title) },
          { key: "detected", title: t("detected"), number: true, render: ({ detected, events }) => t("detectedOf", { detected, events }) },
          { key: "false", title: t("falseAlarms"), number: true, render: (one) => number(one.false_alarms) },
          { key: "weeks", title: t("weeks"), number: true, render: (one) => number(one.median_delay_weeks) },
        ]}
      />
      <p className="note record-limits">{t("limits")}</p>
    </Card>
  );
}
