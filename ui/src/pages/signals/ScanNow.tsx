/** Look through all slices now, and watch it being done. */
import { ScanOutlined } from "@ant-design/icons";
import { isOver, type JobOf } from "../../api/jobs";
import { useMay } from "../../api/session";
import { startScan } from "../../api/signals";
import { Button } from "../../parts/Button";
import { Progress } from "../../parts/Progress";
import { useStarted } from "../../parts/useStarted";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";

type ScanResult = Awaited<ReturnType<typeof startScan>>["result"];

export function ScanNow() {
  const t = useText(signals);
  const may = useMay();
  const { job, running, begin } = useStarted(startScan, "scan");
  if (!may("signal.write")) return null;
  return (
    <>
      {job && <Outcome job={job} />}
      <Button icon={<ScanOutlined />} disabled={running} onClick={begin}>{t("scan")}</Button>
    </>
  );
}

function Outcome({ job }: { job: JobOf<ScanResult> }) {
  const t = useText(signals);
  const { say } = useLanguage();
  if (job.error) return <p className="note worse" role="alert">{say(job.error.details)}</p>;
  if (job.state === "done" && job.result && "signals" in job.result) return <p className="note" role="status">{t("scanDone", { signals: job.result.signals, fresh: job.result.new })}</p>;
  if (job.result && "skipped" in job.result) return <p className="note" role="status">{say(job.result.skipped)}</p>;
  if (isOver(job)) return null;
  return (
    <div className="signals-scanning" role="status">
      <p className="note">{say(job.message) || say(job.title)}</p>
      <Progress share={job.done} label={say(job.title)} />
    </div>
  );
}
