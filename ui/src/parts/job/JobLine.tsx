import { useMutation } from "@tanstack/react-query";
import { useToday } from "../../api/installation";
import { cancelJob, isOver, type JobOf } from "../../api/jobs";
import { Problem } from "../../api/problem";
import { moment } from "../../format";
import { isWords, useLanguage, useText, type Words } from "../../words";
import shell from "../../words/shell";
import { Button } from "../Button";
import { message } from "../messages";
import { Progress } from "../Progress";

type ShownJob = JobOf<unknown>;

/** One job: what it does, how far it is, what became of it. */
export function JobLine({ job }: { job: ShownJob }) {
  const t = useText(shell);
  const { language, say } = useLanguage();
  const today = useToday();
  const cancel = useMutation({ mutationFn: () => cancelJob(job.id), onError: (error) => void message.error(say(Problem.from(error).words)) });
  const over = isOver(job);
  const why = skipped(job);
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
      {why && <p className="note">{say(why)}</p>}
      {job.error && <p className="note worse">{say(job.error.details)}</p>}
    </div>
  );
}

/** Why a job found nothing to do. */
function skipped({ result }: ShownJob): Words | null {
  return result !== null && typeof result === "object" && "skipped" in result && isWords(result.skipped) ? result.skipped : null;
}
