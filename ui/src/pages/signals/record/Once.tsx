/** What we told and should not have: whoever weighs our figures can look at each. */
import type { TrackRecord } from "../../../api/trackRecord";
import { stamp } from "../../../format";
import { Card } from "../../../parts/Page";
import { DataTable } from "../../../parts/table";
import { useText } from "../../../words";
import words from "../../../words/track-record";
import { nameOf } from "../../../parts/signal/naming";

type Rows = NonNullable<NonNullable<TrackRecord["record"]>["once"]>;

export function Once({ rows }: { rows: Rows }) {
  const t = useText(words);
  return (
    <Card title={t("once")} sub={t("onceSub")}>
      <DataTable
        label={t("once")}
        rows={rows}
        rowKey={(row) => `${row.told} ${nameOf(row.where)}`}
        columns={[
          { key: "slice", title: t("event"), render: (row) => nameOf(row.where) },
          { key: "told", title: t("onceTold"), render: (row) => <span className="nowrap">{stamp(row.told)}</span> },
        ]}
      />
    </Card>
  );
}
