/** Find topics now; what is known keeps its name. */
import { useState } from "react";
import { isOver, useJob } from "../../api/jobs";
import { useMay } from "../../api/session";
import { useFindTopics } from "../../api/topics";
import { Button } from "../../parts/Button";
import { JobLine } from "../../parts/shell/JobTray";
import { useRefusal } from "../../parts/useRefusal";
import { useText } from "../../words";
import topics from "../../words/topics";

export function FindNow() {
  const t = useText(topics);
  const may = useMay();
  const refused = useRefusal();
  const [started, setStarted] = useState<string>();
  const { data: job } = useJob(started);
  const find = useFindTopics();
  const running = find.isPending || (job !== undefined && !isOver(job));
  if (!may("ticket.write")) return null;
  return (
    <>
      {job && !isOver(job) && <JobLine job={job} />}
      <Button disabled={running} onClick={() => find.mutate(undefined, { onSuccess: ({ id }) => setStarted(id), onError: refused })}>{t("find")}</Button>
    </>
  );
}
