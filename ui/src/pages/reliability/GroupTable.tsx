import { type Group, GROUPINGS, type Groups } from "../../api/reliability";
import { type Slice, sliceName } from "../../api/slices";
import { count, percent } from "../../format";
import { Card } from "../../parts/Page";
import { DataTable } from "../../parts/table";
import { useText } from "../../words";
import words from "../../words/reliability";

export function GroupTable({ groups, onOpen }: { groups: Groups; onOpen: (where: Slice) => void }) {
  const t = useText(words);
  const by = t(GROUPINGS.find((one) => one === groups.by) ?? "batch");
  const most = Math.max(...groups.groups.map((group) => group.rate ?? 0), 1e-9);
  return (
    <Card title={t("groups", { by })} sub={t("groupsSub")}>
      <DataTable
        label={t("groups", { by })}
        rows={groups.groups}
        rowKey={(group) => JSON.stringify(group.where)}
        onRow={(group) => onOpen(group.where)}
        maxHeight={480}
        columns={[
          { key: "name", title: t("name"), render: (group) => sliceName(group.where), bar: (group) => (group.rate ?? 0) / most },
          { key: "units", title: t("units"), number: true, render: (group) => count(group.units) },
          { key: "failed", title: t("failed"), number: true, render: (group) => count(group.failed) },
          { key: "rate", title: t("rate"), number: true, render: (group) => percent(group.rate) },
          { key: "share", title: t("share"), number: true, render: (group) => <Share group={group} /> },
          { key: "limit", title: t("limit"), render: ({ limit_crossing: crossed }) => crossed && t("limitOf", { month: crossed.month.slice(0, 7), rate: percent(crossed.rate) }), worse: (group) => group.limit_crossing !== null },
        ]}
      />
    </Card>
  );
}

function Share({ group }: { group: Group }) {
  const t = useText(words);
  const values = { share: percent(group.failed_share), low: percent(group.interval.low), high: percent(group.interval.high), months: group.at_months };
  return <>{t(group.at_months === 12 ? "shareOf" : "shareMonths", values)}</>;
}
