/** Each event, and after how many weeks every method reported it. */
import { METHODS, type ReplayedEvent } from "../../../api/trackRecord";
import { number, stamp } from "../../../format";
import { Card } from "../../../parts/Page";
import { DataTable } from "../../../parts/table";
import { useText } from "../../../words";
import words from "../../../words/track-record";
import { sliceName } from "../../../api/slices";

export function Events({ rows }: { rows: ReplayedEvent[] }) {
  const t = useText(words);
  const headings = { scan: t("methodScan"), fixed: t("methodFixed"), sigma: t("methodSigma") };
  return (
    <Card title={t("events")} sub={t("eventsSub")}>
      <DataTable
        label={t("events")}
        rows={rows}
        rowKey={(row) => `${row.since} ${sliceName(row.where)}`}
        columns={[
          { key: "event", title: t("event"), render: (row) => sliceName(row.where) },
          { key: "since", title: t("since"), render: (row) => <span className="nowrap">{stamp(row.since)}</span> },
          ...METHODS.map((key) => ({ key, title: headings[key], number: true, render: (row: ReplayedEvent) => number(row.delay_weeks[key] ?? null) })),
        ]}
      />
    </Card>
  );
}
