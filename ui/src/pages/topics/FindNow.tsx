/** Find topics now; what is known keeps its name. */
import { isOver } from "../../api/jobs";
import { useMay } from "../../api/session";
import { findTopics } from "../../api/topics";
import { Button } from "../../parts/Button";
import { JobLine } from "../../parts/job/JobLine";
import { useStarted } from "../../parts/useStarted";
import { useText } from "../../words";
import topics from "../../words/topics";

export function FindNow() {
  const t = useText(topics);
  const may = useMay();
  const { job, running, begin } = useStarted(findTopics, "topics");
  if (!may("signal.write")) return null;
  return (
    <>
      {job && !isOver(job) && <JobLine job={job} />}
      <Button disabled={running} onClick={begin}>{t("find")}</Button>
    </>
  );
}
