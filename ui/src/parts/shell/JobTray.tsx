/** What runs and what just ended, live. */
import { LoadingOutlined, UnorderedListOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { cancelJob, isOver, type Job, useJobs } from "../../api/jobs";
import { useToday } from "../../api/installation";
import { Problem } from "../../api/problem";
import { moment } from "../../format";
import { useLanguage, useText, type Words } from "../../words";
import shell from "../../words/shell";
import { Button } from "../Button";
import { message } from "../messages";
import { Pop } from "../Pop";
import { Progress } from "../Progress";

const SHOWN = 6;

export function JobTray() {
  const t = useText(shell);
  const { data: jobs = [] } = useJobs();
  const running = jobs.filter((job) => !isOver(job));
  const label = running.length ? t("jobsRunning", { n: running.length }) : t("jobs");
  return <Pop quiet label={label} icon={running.length ? <LoadingOutlined /> : <UnorderedListOutlined />} content={() => <Jobs jobs={jobs.slice(0, SHOWN)} />} />;
}

function Jobs({ jobs }: { jobs: Job[] }) {
  const t = useText(shell);
  if (!jobs.length) return <p className="note job-tray">{t("noJobs")}</p>;
  return <div className="job-tray stack">{jobs.map((job) => <JobLine key={job.id} job={job} />)}</div>;
}

/** One job: what it does, how far it is, what became of it. */
export function JobLine({ job }: { job: Job }) {
  const t = useText(shell);
  const { language, say } = useLanguage();
  const today = useToday();
  const cancel = useMutation({ mutationFn: () => cancelJob(job.id), onError: (error) => void message.error(say(Problem.from(error).words)) });
  const over = isOver(job);
  return (
    <div className="stack-8" aria-live="polite">
      <div className="row">
        <span className="grow">{say(job.title)}</span>
        <span className={job.state === "failed" ? "note worse" : "note"}>{t(job.state)}{over && ` · ${moment(job.ended_at, language, today)}`}</span>
      </div>
      {!over && <Progress share={job.done} label={say(job.title)} />}
      {!over && (
        <div className="row">
          <span className="note grow">{say(job.message)}</span>
          <Button size="small" onClick={() => cancel.mutate()} loading={cancel.isPending}>{t("cancelJob")}</Button>
        </div>
      )}
      {skipped(job) && <p className="note">{say(skipped(job))}</p>}
      {job.error && <p className="note worse">{say(job.error.details)}</p>}
    </div>
  );
}

/** Why a job found nothing to do. */
function skipped(job: Job): Words | undefined {
  return (job.result as { skipped?: Words } | null)?.skipped;
}
