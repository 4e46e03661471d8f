import { useState } from "react";
import type { ProcessMap, Step } from "../../api/process";
import { number } from "../../format";
import type { Filters } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { type Column, DataTable } from "../../parts/table";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { RowTicketsSide } from "./RowTicketsSide";

/** The steps: how often, in how many tickets, and how often as rework. */
export function Steps({ map, filters }: { map: ProcessMap; filters: Filters }) {
  const t = useText(words);
  const [open, setOpen] = useState<Step | null>(null);
  const { say } = useLanguage();
  const most = Math.max(...map.nodes.map((one) => one.rework), 1);
  const columns: Column<Step>[] = [
    { key: "step", title: t(map.by), render: (one) => say(one.title) },
    { key: "n", title: t("times"), number: true, width: 88, render: (one) => number(one.n) },
    { key: "tickets", title: t("tickets"), number: true, width: 88, render: (one) => number(one.tickets) },
    { key: "rework", title: t("rework"), number: true, width: 88, render: (one) => number(one.rework), bar: (one) => one.rework / most },
    { key: "ends", title: t("ends"), number: true, width: 88, render: (one) => number(one.ends) },
  ];
  return (
    <Card title={t("steps")} sub={t("stepsSub")}>
      <DataTable label={t("steps")} rows={map.nodes} columns={columns} rowKey={(one) => one.name} onRow={setOpen} maxHeight={400} />
      <RowTicketsSide row={open && { step: open.name }} title={open ? say(open.title) : ""} by={map.by} filters={filters} onClose={() => setOpen(null)} />
    </Card>
  );
}
