import { DownloadOutlined } from "@ant-design/icons";
import { useState } from "react";
import type { Search } from "../../api/tickets";
import { useToday } from "../../api/installation";
import { count, download } from "../../format";
import { Button } from "../../parts/Button";
import { message } from "../../parts/messages";
import { useRefusal } from "../../parts/useRefusal";
import { useText } from "../../words";
import tickets from "../../words/tickets";
import { EXPORT_LIMIT, ticketsCsv } from "./exportTickets";

const KEYS = ["ticket_id", "source", "channel", "kind", "created_at", "resolved_at", "status", "product", "model", "version", "province", "category", "fault", "severity", "priority", "team", "agent", "duplicate_of", "problem_id"] as const;

/** What was found, as a file, up to a limit that is said. */
export function Export({ search, total }: { search: Search; total: number }) {
  const t = useText(tickets);
  const today = useToday();
  const refused = useRefusal();
  const [fetched, setFetched] = useState<number | null>(null);
  const run = async () => {
    setFetched(0);
    if (total > EXPORT_LIMIT) void message.info(t("exportFirst", { limit: count(EXPORT_LIMIT), total: count(total) }), 8);
    const columns = [...KEYS.map((key) => ({ key, title: t(key) })), { key: "excerpt", title: t("text") }];
    await ticketsCsv(search, columns, setFetched)
      .then((content) => download(`${t("title")}-${today}.csv`, content))
      .catch(refused);
    setFetched(null);
  };
  return <Button icon={<DownloadOutlined />} loading={fetched !== null} disabled={!total} onClick={() => void run()}>{fetched ? t("exporting", { n: count(fetched) }) : t("exportCsv")}</Button>;
}
