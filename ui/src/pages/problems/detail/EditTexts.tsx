import { useState } from "react";
import { type ProblemDetail, useProblemActs } from "../../../api/problems";
import { Area } from "../../../parts/Area";
import { Asking } from "../../../parts/Asking";
import { Field } from "../../../parts/Field";
import { useText } from "../../../words";
import problems from "../../../words/problems";

export function EditTexts({ problem, onClose }: { problem: ProblemDetail; onClose: () => void }) {
  const t = useText(problems);
  const [title, setTitle] = useState(problem.title);
  const [description, setDescription] = useState(problem.description);
  const { edit } = useProblemActs(problem.id);
  return (
    <Asking title={t("edit")} act={t("save")} ready={title.trim() !== ""} busy={edit.isPending} error={edit.error} onAct={() => edit.mutate({ title, description }, { onSuccess: onClose })} onClose={onClose}>
      <Field label={t("problemTitle")} value={title} onChange={setTitle} maxLength={200} autoFocus />
      <Area label={t("description")} rows={5} value={description} onChange={setDescription} />
    </Asking>
  );
}
