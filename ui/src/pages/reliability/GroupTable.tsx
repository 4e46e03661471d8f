import type { Group, Groups, Where } from "../../api/reliability";
import { count, percent } from "../../format";
import { Card } from "../../parts/Page";
import { DataTable } from "../../parts/table";
import { useText } from "../../words";
import words from "../../words/reliability";

export function GroupTable({ told, onOpen }: { told: Groups; onOpen: (where: Where) => void }) {
  const t = useText(words);
  const most = Math.max(...told.groups.map((group) => group.rate ?? 0), 1e-9);
  return (
    <Card title={t("groups", { by: t(told.by) })} sub={t("groupsSub")}>
      <DataTable
        label={t("groups", { by: t(told.by) })}
        rows={told.groups}
        rowKey={(group) => JSON.stringify(group.where)}
        onRow={(group) => onOpen(group.where)}
        maxHeight={480}
        columns={[
          { key: "name", title: t("name"), render: (group) => Object.values(group.where).join(" · "), bar: (group) => (group.rate ?? 0) / most },
          { key: "units", title: t("units"), number: true, render: (group) => count(group.units) },
          { key: "failed", title: t("failed"), number: true, render: (group) => count(group.failed) },
          { key: "rate", title: t("rate"), number: true, render: (group) => percent(group.rate) },
          { key: "share", title: t("share"), number: true, render: (group) => <Share group={group} /> },
          { key: "limit", title: t("limit"), render: ({ passed }) => passed && t("limitOf", { month: passed.month.slice(0, 7), rate: percent(passed.rate) }), worse: (group) => group.passed !== null },
        ]}
      />
    </Card>
  );
}

function Share({ group }: { group: Group }) {
  const t = useText(words);
  const values = { share: percent(group.failed_share), low: percent(group.low), high: percent(group.high), months: group.by_months };
  return <>{t(group.by_months === 12 ? "shareOf" : "shareMonths", values)}</>;
}
