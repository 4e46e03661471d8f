import type { ProcessMap, Step } from "../../api/process";
import { number } from "../../format";
import { Card } from "../../parts/Page";
import { type Column, DataTable } from "../../parts/table";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";

/** The steps: how often, in how many tickets, and how often again. */
export function Steps({ map }: { map: ProcessMap }) {
  const t = useText(words);
  const { say } = useLanguage();
  const most = Math.max(...map.nodes.map((one) => one.again), 1);
  const columns: Column<Step>[] = [
    { key: "step", title: t(map.by), render: (one) => say(one.title) },
    { key: "n", title: t("times"), number: true, width: 88, render: (one) => number(one.n) },
    { key: "tickets", title: t("tickets"), number: true, width: 88, render: (one) => number(one.tickets) },
    { key: "again", title: t("again"), number: true, width: 88, render: (one) => number(one.again), bar: (one) => one.again / most },
    { key: "ends", title: t("ends"), number: true, width: 88, render: (one) => number(one.ends) },
  ];
  return (
    <Card title={t("steps")} sub={t("stepsSub")}>
      <DataTable label={t("steps")} rows={map.nodes} columns={columns} rowKey={(one) => one.name} maxHeight={400} />
    </Card>
  );
}
