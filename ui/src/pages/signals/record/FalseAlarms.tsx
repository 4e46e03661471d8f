/** Each false alarm of ours, so that the figures can be checked. */
import type { FalseAlarm } from "../../../api/trackRecord";
import { stamp } from "../../../format";
import { Card } from "../../../parts/Page";
import { DataTable } from "../../../parts/table";
import { useText } from "../../../words";
import words from "../../../words/track-record";
import { sliceName } from "../../../api/slices";

export function FalseAlarms({ rows }: { rows: FalseAlarm[] }) {
  const t = useText(words);
  return (
    <Card title={t("falseAlarmsOurs")} sub={t("falseAlarmsSub")}>
      <DataTable
        label={t("falseAlarmsOurs")}
        rows={rows}
        rowKey={(row) => `${row.reported_on} ${sliceName(row.where)}`}
        columns={[
          { key: "slice", title: t("event"), render: (row) => sliceName(row.where) },
          { key: "reported", title: t("reportedOn"), render: (row) => <span className="nowrap">{stamp(row.reported_on)}</span> },
        ]}
      />
    </Card>
  );
}
