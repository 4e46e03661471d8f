/** What can be decided about a signal: make a problem of it, dismiss it with a reason, or put it aside until a day. */
import { useState } from "react";
import { useNavigate } from "react-router";
import { useToday } from "../../api/installation";
import { useMay, usePerson } from "../../api/session";
import { type SignalDetail, useSignalActs } from "../../api/signals";
import { plusDays } from "../../format";
import { Area } from "../../parts/Area";
import { Asking } from "../../parts/Asking";
import { Button } from "../../parts/Button";
import { Field } from "../../parts/Field";
import { message } from "../../parts/messages";
import { PersonPick } from "../../parts/PersonPick";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";
import { ownHistory } from "../../parts/signal/describe";

const DUE_DAYS = 14;
const SNOOZE_DAYS = 14;

type Decision = "solve" | "dismiss" | "snooze" | "rebaseline";
interface WindowProps {
  signal: SignalDetail;
  onClose: () => void;
}

export function Acts({ signal }: { signal: SignalDetail }) {
  const t = useText(signals);
  const may = useMay();
  const [dialog, setDialog] = useState<Decision | null>(null);
  const onClose = () => setDialog(null);
  const decides = may("signal.write") && signal.state !== "inactive";
  return (
    <>
      {decides && signal.state !== "dismissed" && <Button onClick={() => setDialog("dismiss")}>{t("dismiss")}</Button>}
      {decides && <Button onClick={() => setDialog("snooze")}>{t("snooze")}</Button>}
      {decides && ownHistory(signal) && signal.state !== "rebaselined" && <Button onClick={() => setDialog("rebaseline")}>{t("rebaseline")}</Button>}
      {may("problem.write") && !signal.problem_id && <Button type="primary" onClick={() => setDialog("solve")}>{t("solve")}</Button>}
      {dialog === "solve" && <Solve signal={signal} onClose={onClose} />}
      {dialog === "dismiss" && <Dismiss signal={signal} onClose={onClose} />}
      {dialog === "rebaseline" && <Rebaseline signal={signal} onClose={onClose} />}
      {dialog === "snooze" && <Snooze signal={signal} onClose={onClose} />}
    </>
  );
}

function Solve({ signal, onClose }: WindowProps) {
  const t = useText(signals);
  const { say } = useLanguage();
  const navigate = useNavigate();
  const today = useToday();
  const me = usePerson();
  const [title, setTitle] = useState(say(signal.title));
  const [owner, setOwner] = useState<string | null>(me.login);
  const [due, setDue] = useState(plusDays(today, DUE_DAYS));
  const { solve } = useSignalActs(signal.id);
  const made = (id: string) => {
    void message.success(t("made"));
    void navigate(`/problems/${id}`);
  };
  const act = () => solve.mutate({ title: title.trim(), owner, due: due || null }, { onSuccess: (problem) => made(problem.id) });
  return (
    <Asking title={t("solve")} act={t("solve")} ready={title.trim() !== ""} busy={solve.isPending} error={solve.error} onAct={act} onClose={onClose}>
      <Field label={t("problemTitle")} value={title} onChange={setTitle} maxLength={200} autoFocus />
      <PersonPick label={t("owner")} value={owner} onChange={setOwner} none={t("ownerless")} />
      <Field type="date" label={t("dueDate")} value={due} onChange={setDue} min={today} />
      <p className="note">{t("takenOver")}</p>
    </Asking>
  );
}

function Dismiss({ signal, onClose }: WindowProps) {
  const t = useText(signals);
  const [reason, setReason] = useState("");
  const { dismiss } = useSignalActs(signal.id);
  const act = () => dismiss.mutate(reason, { onSuccess: () => { void message.success(t("wasDismissed")); onClose(); } });
  return (
    <Asking title={t("dismiss")} act={t("dismiss")} ready={reason.trim() !== ""} busy={dismiss.isPending} error={dismiss.error} onAct={act} onClose={onClose}>
      <Area label={t("reason")} hint={t("reasonHint")} value={reason} onChange={setReason} />
    </Asking>
  );
}

function Rebaseline({ signal, onClose }: WindowProps) {
  const t = useText(signals);
  const { rebaseline } = useSignalActs(signal.id);
  const act = () => rebaseline.mutate(undefined, { onSuccess: () => { void message.success(t("wasRebaselined")); onClose(); } });
  return (
    <Asking title={t("rebaseline")} act={t("rebaseline")} ready busy={rebaseline.isPending} error={rebaseline.error} onAct={act} onClose={onClose}>
      <p>{t("rebaselineHint")}</p>
    </Asking>
  );
}

function Snooze({ signal, onClose }: WindowProps) {
  const t = useText(signals);
  const today = useToday();
  const [until, setUntil] = useState(plusDays(today, SNOOZE_DAYS));
  const { snooze } = useSignalActs(signal.id);
  const act = () => snooze.mutate(until, { onSuccess: () => { void message.success(t("wasSnoozed")); onClose(); } });
  return (
    <Asking title={t("snooze")} act={t("snooze")} ready={until > today} busy={snooze.isPending} error={snooze.error} onAct={act} onClose={onClose}>
      <Field type="date" label={t("until")} hint={t("untilHint")} value={until} onChange={setUntil} min={plusDays(today, 1)} />
    </Asking>
  );
}
