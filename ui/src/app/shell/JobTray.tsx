/** What runs and what just ended, live. */
import { LoadingOutlined, UnorderedListOutlined } from "@ant-design/icons";
import { isOver, type Job, useJobs } from "../../api/jobs";
import { useText } from "../../words";
import shell from "../../words/shell";
import { JobLine } from "../../parts/job/JobLine";
import { Pop } from "../../parts/Pop";

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
