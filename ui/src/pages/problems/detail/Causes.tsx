/** What is believed to be the cause, each with the grade of its evidence. */
import { useState } from "react";
import { type Cause, type Grade, type ProblemDetail, useProblemActs } from "../../../api/problems";
import { useToday } from "../../../api/installation";
import { useMay } from "../../../api/session";
import { moment } from "../../../format";
import { Area } from "../../../parts/Area";
import { Asking } from "../../../parts/Asking";
import { Button } from "../../../parts/Button";
import { Choice } from "../../../parts/Choice";
import { Card } from "../../../parts/Page";
import { Empty } from "../../../parts/states";
import { useNameOf } from "../../../parts/useNameOf";
import { useRefusal } from "../../../parts/useRefusal";
import { useLanguage, useText } from "../../../words";
import problems from "../../../words/problems";

const GRADES: Grade[] = ["guess", "correlated", "tested", "confirmed"];

export function Causes({ problem }: { problem: ProblemDetail }) {
  const t = useText(problems);
  const may = useMay()("problem.write");
  const [stating, setStating] = useState(false);
  const best = problem.causes.toSorted((a, b) => GRADES.indexOf(b.grade) - GRADES.indexOf(a.grade));
  return (
    <Card title={t("causes")} actions={may && <Button size="small" onClick={() => setStating(true)}>{t("addCause")}</Button>}>
      {best.length ? <ul className="problem-list-plain">{best.map((cause) => <Line key={cause.id} cause={cause} problem={problem} />)}</ul> : <Empty why={t("noCauses")} />}
      {stating && <State problem={problem} onClose={() => setStating(false)} />}
    </Card>
  );
}

function Line({ cause, problem }: { cause: Cause; problem: ProblemDetail }) {
  const t = useText(problems);
  const { say, language } = useLanguage();
  const today = useToday();
  const may = useMay()("problem.write");
  const onError = useRefusal();
  const nameOf = useNameOf();
  const { confirm } = useProblemActs(problem.id);
  return (
    <li>
      <p>{cause.text}</p>
      {cause.evidence.map((line) => <p key={line} className="note">{t("evidenceOf", { what: line })}</p>)}
      <p className="row note">
        <span className="grow"><strong>{say(cause.grade_title)}</strong> · {nameOf(cause.by)} · {moment(cause.at, language, today)}</span>
        {may && cause.grade !== "confirmed" && <Button size="small" loading={confirm.isPending} onClick={() => confirm.mutate(cause.id, { onError })}>{t("confirmCause")}</Button>}
      </p>
    </li>
  );
}

function State({ problem, onClose }: { problem: ProblemDetail; onClose: () => void }) {
  const t = useText(problems);
  const [text, setText] = useState("");
  const [grade, setGrade] = useState<Grade>("guess");
  const [evidence, setEvidence] = useState("");
  const { state } = useProblemActs(problem.id);
  const act = () => state.mutate({ text, grade, evidence: evidence.split("\n").filter((line) => line.trim()) }, { onSuccess: onClose });
  return (
    <Asking title={t("addCause")} act={t("addCause")} ready={text.trim() !== ""} busy={state.isPending} error={state.error} onAct={act} onClose={onClose}>
      <Area label={t("cause")} value={text} onChange={setText} />
      <Choice label={t("grade")} value={grade} onChange={setGrade} options={GRADES.map((one) => ({ value: one, label: t(`grade_${one}`) }))} />
      <Area label={t("evidence")} hint={t("evidenceHint")} value={evidence} onChange={setEvidence} />
    </Asking>
  );
}
