/** Where the problem stands and where it can go, who has it, until when, and what it is about. */
import { type ProblemDetail, useProblemActs } from "../../../api/problems";
import { filterText } from "../../../api/slices";
import { useMay } from "../../../api/session";
import { useToday } from "../../../api/installation";
import { day } from "../../../format";
import { Button } from "../../../parts/Button";
import { Chip } from "../../../parts/filter";
import { Field } from "../../../parts/Field";
import { Card } from "../../../parts/Page";
import { PersonPick } from "../../../parts/PersonPick";
import { useRefusal } from "../../../parts/useRefusal";
import { useLanguage, useText } from "../../../words";
import problems from "../../../words/problems";
import { Due } from "../Due";
import { Stages } from "./Stages";

export function Head({ problem }: { problem: ProblemDetail }) {
  const t = useText(problems);
  const may = useMay()("problem.write");
  return (
    <Card>
      <div className="stack">
        {problem.description && <p className="prose secondary">{problem.description}</p>}
        <Stages problem={problem} />
        <div className="problem-facts">
          {may ? <Charge problem={problem} /> : <Charged problem={problem} />}
          <About problem={problem} />
          <div>
            <span className="note">{t("links")}</span>
            <Links problem={problem} />
          </div>
        </div>
      </div>
    </Card>
  );
}

/** Owner and date, kept as soon as they are chosen. */
function Charge({ problem }: { problem: ProblemDetail }) {
  const t = useText(problems);
  const onError = useRefusal();
  const { edit } = useProblemActs(problem.id);
  return (
    <>
      <PersonPick label={t("owner")} value={problem.owner} onChange={(owner) => edit.mutate({ owner }, { onError })} none={t("ownerless")} />
      <div>
        <Field type="date" label={t("due")} value={problem.due ?? ""} onChange={(due) => edit.mutate({ due: due || null }, { onError })} />
        {problem.overdue && <span className="note worse">{t("overdue")}</span>}
      </div>
    </>
  );
}

function Charged({ problem }: { problem: ProblemDetail }) {
  const t = useText(problems);
  return (
    <>
      <div><span className="note">{t("owner")}</span><span>{problem.owner_name ?? problem.owner ?? t("ownerless")}</span></div>
      <div><span className="note">{t("due")}</span><Due problem={problem} /></div>
    </>
  );
}

function About({ problem }: { problem: ProblemDetail }) {
  const t = useText(problems);
  const { language } = useLanguage();
  const today = useToday();
  return (
    <div className="problem-about">
      <span className="note">{t("slice")}{problem.since && ` · ${t("sinceOf", { day: day(problem.since, language, today) })}`}</span>
      <span className="row">{filterText(problem.where).map((text) => <Chip key={text} text={text} />)}{!Object.keys(problem.where).length && t("byHandOnly")}</span>
    </div>
  );
}

function Links({ problem }: { problem: ProblemDetail }) {
  const t = useText(problems);
  const params = new URLSearchParams({ metric: problem.metric });
  for (const text of filterText(problem.where)) params.append("where", text);
  return (
    <span className="row">
      {problem.signal_id && <Button to={`/signals/${problem.signal_id}`} size="small">{t("toSignal")}</Button>}
      <Button to={`/explain?${params}`} size="small">{t("explain")}</Button>
    </span>
  );
}
