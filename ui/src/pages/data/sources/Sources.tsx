/** Every source: what it last brought, and whether it fell silent. */
import { useNavigate } from "react-router";
import { useToday } from "../../../api/installation";
import { type Source, useSources } from "../../../api/intake";
import { count, moment } from "../../../format";
import { Button } from "../../../parts/Button";
import { Card } from "../../../parts/Page";
import { Await, Empty } from "../../../parts/states";
import { type Column, DataTable } from "../../../parts/table";
import { useLanguage, useText } from "../../../words";
import data from "../../../words/data";
import { Template } from "./Template";

export function Sources({ open }: { open: string }) {
  const t = useText(data);
  const go = useNavigate();
  const sources = useSources();
  const columns = useColumns();
  return (
    <Card>
      <Await query={sources} height={256}>
        {(list) =>
          list.length ? (
            <DataTable
              label={t("sources")}
              rows={list}
              columns={columns}
              rowKey={(row) => row.source}
              current={open}
              onRow={(row) => void go(row.has_mapping ? `/data/sources/${encodeURIComponent(row.source)}` : "/data/batches")}
            />
          ) : (
            <Empty why={t("noSources")} action={<Button to="/data/upload" type="primary">{t("uploadFile")}</Button>} />
          )
        }
      </Await>
      {open && <Template source={open} onClose={() => void go("/data/sources")} />}
    </Card>
  );
}

function useColumns(): Column<Source>[] {
  const t = useText(data);
  const { language, say } = useLanguage();
  const today = useToday();
  return [
    { key: "source", title: t("source"), render: (row) => row.source },
    { key: "format", title: t("format"), render: (row) => say(row.connector?.title) || "—" },
    { key: "tickets", title: t("tickets"), number: true, render: (row) => count(row.tickets) },
    { key: "last_ticket", title: t("lastTicket"), render: (row) => moment(row.last_ticket_at, language, today) },
    { key: "silent", title: t("spoken"), render: (row) => <Silence source={row} /> },
    { key: "last_import", title: t("lastBatch"), render: (row) => moment(row.last_import_at, language, today) },
    { key: "batches", title: t("imports"), number: true, render: (row) => count(row.batches) },
  ];
}

function Silence({ source }: { source: Source }) {
  const t = useText(data);
  if (source.silent_days) return <span className="strong">{t("silent", { n: source.silent_days })}</span>;
  return <span className="note">{t(source.tickets ? "speaking" : "noTickets")}</span>;
}
