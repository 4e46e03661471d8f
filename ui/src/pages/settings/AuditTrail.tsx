/** Who changed what, and when. */
import { type AuditLine, useAudit } from "../../api/settings";
import { stamp } from "../../format";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Page";
import { Empty, Failed, Loading } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { useText } from "../../words";
import words from "../../words/settings";

const REFUSED = 400;

export function AuditTrail() {
  const t = useText(words);
  const audit = useAudit();
  const columns: Column<AuditLine>[] = [
    { key: "at", title: t("at"), render: (line) => <span className="mono">{stamp(line.at)}</span> },
    { key: "who", title: t("who"), render: (line) => line.login ?? t("stranger") },
    { key: "what", title: t("what"), render: (line) => <span className="mono">{line.what}</span> },
    { key: "status", title: t("status"), number: true, render: (line) => (line.status >= REFUSED ? <strong>{line.status}</strong> : line.status) },
    { key: "token", title: t("token"), render: (line) => <span className="mono">{line.token ?? ""}</span> },
    { key: "address", title: t("address"), render: (line) => <span className="mono">{line.address}</span> },
  ];
  if (audit.error) return <Failed error={audit.error} retry={() => void audit.refetch()} />;
  if (!audit.data) return <Loading height={400} />;
  const lines = audit.data.pages.flatMap((page) => page.items);
  return (
    <Card>
      {lines.length ? <DataTable label={t("audit")} rows={lines} columns={columns} rowKey={(line) => String(line.id)} /> : <Empty why={t("noAudit")} />}
      {audit.hasNextPage && <Button type="link" loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>{t("older")}</Button>}
    </Card>
  );
}
