/** An import while it runs, and what it came to. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { type ImportResult, isOver, useJob } from "../../../api/jobs";
import { useMay } from "../../../api/session";
import { startScan } from "../../../api/signals";
import { count } from "../../../format";
import { Button } from "../../../parts/Button";
import { JobLine } from "../../../parts/job/JobLine";
import { Await } from "../../../parts/states";
import { useRefusal } from "../../../parts/useRefusal";
import { useLanguage, useText } from "../../../words";
import data from "../../../words/data";
import { Facts } from "../Facts";

interface Props {
  job: string;
  source: string;
  onBack: () => void;
  onAgain: () => void;
}

export function Outcome({ job, source, onBack, onAgain }: Props) {
  const t = useText(data);
  const running = useJob<ImportResult>(job);
  return (
    <Await query={running} height={120}>
      {(current) => {
        if (current.state === "done" && current.result) return <Result result={current.result} source={source} onAgain={onAgain} />;
        return (
          <div className="stack upload-result">
            <JobLine job={current} />
            {isOver(current) ? (
              <div className="stack-8">
                <p>{t("failedImport")}</p>
                <div className="row"><Button type="primary" onClick={onBack}>{t("backToCheck")}</Button><Button onClick={onAgain}>{t("otherFile")}</Button><Link to="/data/batches">{t("batches")}</Link></div>
              </div>
            ) : (
              <p className="note">{t("running")}</p>
            )}
          </div>
        );
      }}
    </Await>
  );
}

function Result({ result, source, onAgain }: { result: ImportResult; source: string; onAgain: () => void }) {
  const t = useText(data);
  const { say } = useLanguage();
  return (
    <div className="stack upload-result" role="status">
      <h2 className="upload-done">{result.unchanged ? t("unchanged") : t("imported", { source })}</h2>
      <Facts facts={[[t("rows"), count(result.rows)], [t("tickets"), count(result.tickets)], [t("events"), count(result.events)], [t("problems"), count(result.problems)]]} />
      {result.left_out && <p>{say(result.left_out)}</p>}
      {result.problems > 0 && <Link to={`/data/batches/${result.batch}`}>{t("seeProblems", { n: count(result.problems) })}</Link>}
      {!result.unchanged && <p className="secondary">{t("savedFor", { source })}</p>}
      <Next source={source} onAgain={onAgain} />
    </div>
  );
}

/** What one does with new data. */
function Next({ source, onAgain }: { source: string; onAgain: () => void }) {
  const t = useText(data);
  const may = useMay();
  const refused = useRefusal();
  const [scan, setScan] = useState<string | null>(null);
  const { data: scanning } = useJob(scan);
  const begin = useMutation({ mutationFn: startScan, onSuccess: ({ id }) => setScan(id), onError: refused });
  const query = new URLSearchParams({ where: `source=${source}`, period: "all" });
  return (
    <div className="stack-8">
      <div className="row">
        <Button to={`/tickets?${query}`} type="primary">{t("seeTickets")}</Button>
        {may("signal.write") && <Button onClick={() => begin.mutate()} disabled={begin.isPending || scan !== null}>{t("scan")}</Button>}
        <Button type="text" onClick={onAgain}>{t("another")}</Button>
      </div>
      {scanning && <JobLine job={scanning} />}
      {scanning && <p className="note">{isOver(scanning) ? <Link to="/signals">{t("seeSignals")}</Link> : t("scanning")}</p>}
    </div>
  );
}
