/** One import: what it brought, what was wrong with its rows, and how to take it back. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useToday } from "../../../api/installation";
import { type Batch, undoBatch } from "../../../api/intake";
import { useJob } from "../../../api/jobs";
import { useMay } from "../../../api/session";
import { count, moment } from "../../../format";
import { Button } from "../../../parts/Button";
import { modal } from "../../../parts/messages";
import { JobLine } from "../../../parts/job/JobLine";
import { useRefusal } from "../../../parts/useRefusal";
import { useLanguage, useText } from "../../../words";
import data from "../../../words/data";
import { Facts } from "../Facts";
import { ProblemList } from "./ProblemList";
import { STATES } from "./states";

export function BatchDetail({ batch }: { batch: Batch }) {
  const t = useText(data);
  const { language } = useLanguage();
  const today = useToday();
  return (
    <div className="stack">
      <Facts
        facts={[
          [t("source"), batch.source],
          [t("state"), batch.undone_at ? t("undoneAt", { when: moment(batch.undone_at, language, today) }) : t(STATES[batch.state])],
          [t("at"), moment(batch.at, language, today)],
          [t("by"), batch.by],
          [t("rows"), count(batch.rows)],
          [t("tickets"), count(batch.tickets)],
          [t("events"), count(batch.events)],
          [t("problems"), count(batch.problems)],
        ]}
      />
      <p className="note mono">{t("batch")} {batch.id} · SHA-256 {batch.sha256}</p>
      <Undo batch={batch} />
      <ProblemList batch={batch} />
    </div>
  );
}

function Undo({ batch }: { batch: Batch }) {
  const t = useText(data);
  const may = useMay();
  const refused = useRefusal();
  const [job, setJob] = useState<string | null>(null);
  const { data: running } = useJob(job);
  const undo = useMutation({ mutationFn: () => undoBatch(batch.id), onSuccess: ({ id }) => setJob(id), onError: refused });
  const ask = () =>
    void modal.confirm({
      title: t("undoTitle", { file: batch.file }),
      content: t("undoWhat", { rows: count(batch.rows), tickets: count(batch.tickets), events: count(batch.events) }),
      okText: t("undo"),
      onOk: () => undo.mutateAsync().catch(() => undefined),
    });
  if (running && batch.state === "done") return <JobLine job={running} />;
  if (batch.state !== "done" || !may("intake.write")) return null;
  return <div><Button onClick={ask}>{t("undo")}</Button></div>;
}
