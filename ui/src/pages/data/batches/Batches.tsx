/** Every import of a file, the newest first. */
import { useState } from "react";
import { useNavigate } from "react-router";
import { useToday } from "../../../api/installation";
import { type Batch, useBatches } from "../../../api/intake";
import { count, moment } from "../../../format";
import { Button } from "../../../parts/Button";
import { Card } from "../../../parts/Page";
import { Side } from "../../../parts/Side";
import { Await, Empty } from "../../../parts/states";
import { type Column, DataTable, Pager } from "../../../parts/table";
import { useLanguage, useText } from "../../../words";
import data from "../../../words/data";
import { BatchDetail } from "./BatchDetail";
import { STATES } from "./states";

const LIMIT = 100;

export function Batches({ open }: { open: string }) {
  const t = useText(data);
  const go = useNavigate();
  const [offset, setOffset] = useState(0);
  const batches = useBatches(LIMIT, offset);
  const columns = useColumns();
  return (
    <Card>
      <Await query={batches} height={256}>
        {({ items, total }) => {
          if (!total) return <Empty why={t("noBatches")} action={<Button to="/data/upload" type="primary">{t("uploadFile")}</Button>} />;
          const batch = items.find((one) => one.id === open);
          return (
            <>
              <DataTable label={t("batches")} rows={items} columns={columns} rowKey={(row) => row.id} current={open} onRow={(row) => void go(`/data/batches/${row.id}`)} />
              {total > LIMIT && <Pager offset={offset} limit={LIMIT} total={total} onChange={setOffset} />}
              <Side open={batch !== undefined} onClose={() => void go("/data/batches")} title={batch?.file} width={880}>
                {batch && <BatchDetail batch={batch} />}
              </Side>
            </>
          );
        }}
      </Await>
    </Card>
  );
}

function useColumns(): Column<Batch>[] {
  const t = useText(data);
  const { language } = useLanguage();
  const today = useToday();
  return [
    { key: "file", title: t("file"), render: (row) => row.file },
    { key: "source", title: t("source"), render: (row) => row.source },
    { key: "state", title: t("state"), render: (row) => <span className={row.state === "done" ? "" : "secondary"}>{t(STATES[row.state])}</span> },
    { key: "rows", title: t("rows"), number: true, render: (row) => count(row.rows) },
    { key: "tickets", title: t("tickets"), number: true, render: (row) => count(row.tickets) },
    { key: "problems", title: t("problems"), number: true, render: (row) => count(row.problems) },
    { key: "at", title: t("at"), render: (row) => moment(row.at, language, today) },
    { key: "by", title: t("by"), render: (row) => row.by },
    { key: "events", title: t("events"), number: true, render: (row) => count(row.events) },
  ];
}
