/** One action: what was frozen, and what came of it. */
import { useState } from "react";
import { type Action, type Verdict, useActionActs } from "../../../api/actions";
import { useMay } from "../../../api/session";
import { Area } from "../../../parts/Area";
import { Asking } from "../../../parts/Asking";
import { Button } from "../../../parts/Button";
import { message } from "../../../parts/messages";
import { useRefusal } from "../../../parts/useRefusal";
import { useText } from "../../../words";
import problems from "../../../words/problems";
import { Frozen } from "./Frozen";
import { VerdictView } from "./VerdictView";

export function ActionCard({ action }: { action: Action }) {
  const t = useText(problems);
  const may = useMay()("problem.write");
  const refused = useRefusal();
  const { judge } = useActionActs(action.id);
  // A verdict before its date is not kept; it is shown until the page is left.
  const [preview, setPreview] = useState<Verdict | null>(null);
  const [cancelling, setCancelling] = useState(false);
  const open = action.state === "planned" || action.state === "running";
  const verdict = action.verdict ?? preview;
  return (
    <article className="problems-action">
      <header className="row">
        <h3 className="strong grow">{action.title} <span className="note">{t(`action_${action.state}`)}</span></h3>
        {may && open && <Button size="small" loading={judge.isPending} onClick={() => judge.mutate(undefined, { onSuccess: setPreview, onError: refused })}>{t("judge")}</Button>}
        {may && open && <Button size="small" onClick={() => setCancelling(true)}>{t("cancelAction")}</Button>}
      </header>
      {action.cancelled !== null && <p className="secondary">{t("cancelledFor", { reason: action.cancelled })}</p>}
      {verdict ? <VerdictView verdict={verdict} /> : open && <p className="secondary">{t("notYet", { day: action.judge_on })}</p>}
      <Frozen action={action} />
      {cancelling && <Cancel action={action} onClose={() => setCancelling(false)} />}
    </article>
  );
}

function Cancel({ action, onClose }: { action: Action; onClose: () => void }) {
  const t = useText(problems);
  const [reason, setReason] = useState("");
  const { cancel } = useActionActs(action.id);
  const act = () => cancel.mutate(reason, { onSuccess: () => { void message.success(t("actionCancelled")); onClose(); } });
  return (
    <Asking title={t("cancelAction")} act={t("cancelAction")} ready={reason.trim() !== ""} busy={cancel.isPending} error={cancel.error} onAct={act} onClose={onClose}>
      <p className="secondary">{action.title}</p>
      <Area label={t("cancelReason")} value={reason} onChange={setReason} />
    </Asking>
  );
}
