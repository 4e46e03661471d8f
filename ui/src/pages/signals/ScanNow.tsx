/** Look through all slices now, and watch it being done. */
import { ScanOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { isOver, type Job, useJob, useJobs } from "../../api/jobs";
import { useMay } from "../../api/session";
import { startScan } from "../../api/signals";
import { Button } from "../../parts/Button";
import { Progress } from "../../parts/Progress";
import { useRefusal } from "../../parts/useRefusal";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";

interface Scanned {
  signals: number;
  new: number;
}

export function ScanNow() {
  const t = useText(signals);
  const may = useMay();
  const refused = useRefusal();
  const [started, setStarted] = useState<string | null>(null);
  const { data: jobs = [] } = useJobs();
  // One that somebody else began, or this person before a reload, is shown as well.
  const others = jobs.find((job) => job.kind === "scan" && !isOver(job));
  const { data: job } = useJob<Scanned>(started ?? others?.id);
  const begin = useMutation({ mutationFn: startScan, onSuccess: ({ id }) => setStarted(id), onError: refused });
  const running = begin.isPending || (job !== undefined && !isOver(job));
  if (!may("signal.write")) return null;
  return (
    <>
      {job && <Outcome job={job} />}
      <Button icon={<ScanOutlined />} disabled={running} onClick={() => begin.mutate()}>{t("scan")}</Button>
    </>
  );
}

function Outcome({ job }: { job: Job<Scanned> }) {
  const t = useText(signals);
  const { say } = useLanguage();
  if (job.error) return <p className="note worse" role="alert">{say(job.error)}</p>;
  if (job.state === "done" && job.result) return <p className="note" role="status">{t("scanDone", { signals: job.result.signals, fresh: job.result.new })}</p>;
  if (isOver(job)) return null;
  return (
    <div className="signals-scanning" role="status">
      <p className="note">{say(job.message) || say(job.title)}</p>
      <Progress share={job.done} label={say(job.title)} />
    </div>
  );
}
