/** An action with everything that it will be judged by. After saving nothing of it changes, so the form says why each is asked. */
import { useCallback, useState } from "react";
import { type Plan, useNewAction } from "../../../api/actions";
import { useToday } from "../../../api/installation";
import { Problem } from "../../../api/problem";
import type { ProblemDetail, Slice } from "../../../api/problems";
import { useMetrics } from "../../../api/questions";
import { usePerson } from "../../../api/session";
import { plusDays } from "../../../format";
import { Button } from "../../../parts/Button";
import { Choice } from "../../../parts/Choice";
import { Field } from "../../../parts/Field";
import { message } from "../../../parts/messages";
import { PersonPick } from "../../../parts/PersonPick";
import { SearchPick } from "../../../parts/SearchPick";
import { Side } from "../../../parts/Side";
import { useLanguage, useText } from "../../../words";
import problems from "../../../words/problems";
import { complete, SliceEditor } from "../SliceEditor";
import { Comparison } from "./Comparison";
import { Summary } from "./Summary";

type Draft = Omit<Plan, "owner" | "target" | "window_weeks" | "cost"> & { owner: string | null; percent: string; weeks: string; cost: string };

const JUDGEABLE = ["count", "rate", "share", "mean"];
const DUE_DAYS = 14;

export function ActionForm({ problem, onClose }: { problem: ProblemDetail; onClose: () => void }) {
  const t = useText(problems);
  const { say } = useLanguage();
  const [draft, setDraft] = useDraft(problem);
  const set = useCallback((change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change })), [setDraft]);
  const setComparison = useCallback((comparison: Slice | null) => set({ comparison }), [set]);
  const { data: metrics = [] } = useMetrics();
  const saving = useNewAction(problem.id);
  const turn = (direction: Plan["direction"]) => set({ direction, percent: direction === "lower" ? "70" : "120" });
  const save = () => saving.mutate(planOf(draft), { onSuccess: () => { void message.success(t("actionSaved")); onClose(); } });
  return (
    <Side open onClose={onClose} title={t("newAction")} width={720}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); save(); }}>
        <p className="secondary">{t("frozen")}</p>
        <Field label={t("actionTitle")} value={draft.title} onChange={(title) => set({ title })} maxLength={200} required autoFocus />
        <div className="problems-two">
          <PersonPick label={t("owner")} value={draft.owner} onChange={(owner) => set({ owner })} none={t("ownerless")} />
          <Field type="date" label={t("actionDue")} value={draft.due} onChange={(due) => set({ due })} />
        </div>
        <SearchPick label={t("metric")} hint={t("metricWhy")} value={draft.metric} onChange={(key) => key && set({ metric: key })} options={metrics.filter((one) => JUDGEABLE.includes(one.kind) && one.additive).map((one) => ({ value: one.key, label: say(one.title) }))} />
        <SliceEditor label={t("slice")} hint={t("sliceWhy")} metric={draft.metric} value={draft.where} onChange={(where) => set({ where })} />
        <div className="row problems-aim">
          <Choice label={t("direction")} value={draft.direction} onChange={turn} options={[{ value: "lower", label: t("lower") }, { value: "higher", label: t("higher") }]} />
          <Field type="number" label={t("target")} value={draft.percent} onChange={(percent) => set({ percent })} min={draft.direction === "lower" ? 1 : 101} max={draft.direction === "lower" ? 99 : 1000} required />
        </div>
        <p className="note">{t("targetWhy")}</p>
        <div className="problems-two">
          <Field type="date" label={t("start")} hint={t("startWhy")} value={draft.start} onChange={(start) => set({ start })} required />
          <Field type="number" label={t("window")} hint={t("windowWhy")} value={draft.weeks} onChange={(weeks) => set({ weeks })} min={4} max={52} required />
        </div>
        <Comparison metric={draft.metric} where={complete(draft.where)} value={draft.comparison} onChange={setComparison} />
        <Field label={t("cost")} value={draft.cost} onChange={(cost) => set({ cost })} />
        <Summary plan={planOf(draft)} />
        {saving.error && <p className="worse" role="alert">{say(Problem.from(saving.error).words)}</p>}
        <div className="row"><Button type="primary" htmlType="submit" loading={saving.isPending}>{t("saveAction")}</Button></div>
      </form>
    </Side>
  );
}

function useDraft(problem: ProblemDetail) {
  const today = useToday();
  const me = usePerson();
  const { data: metrics = [] } = useMetrics();
  const better = metrics.find(({ key }) => key === problem.metric)?.better;
  const direction = better === "higher" ? "higher" : "lower";
  return useState<Draft>({
    title: "",
    owner: problem.owner ?? me.login,
    due: plusDays(today, DUE_DAYS),
    metric: problem.metric,
    where: problem.where,
    comparison: null,
    direction,
    percent: direction === "lower" ? "70" : "120",
    start: plusDays(today, DUE_DAYS),
    weeks: "8",
    cost: "",
  });
}

function planOf({ percent, weeks, cost, owner, ...draft }: Draft): Plan {
  const comparison = draft.comparison && complete(draft.comparison);
  return { ...draft, owner: owner ?? "", where: complete(draft.where), comparison, target: Number(percent) / 100, window_weeks: Number(weeks), cost: cost.trim() || null };
}
