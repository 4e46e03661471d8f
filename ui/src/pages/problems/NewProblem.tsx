/** A problem made by hand: a slice of a metric, tickets by their numbers, or both. */
import { useState } from "react";
import { useNavigate } from "react-router";
import { useToday } from "../../api/installation";
import { Problem } from "../../api/problem";
import { type Slice, useNewProblem } from "../../api/problems";
import { useMetrics } from "../../api/questions";
import { usePerson } from "../../api/session";
import { Area } from "../../parts/Area";
import { Button } from "../../parts/Button";
import { Field } from "../../parts/Field";
import { message } from "../../parts/messages";
import { PersonPick } from "../../parts/PersonPick";
import { SearchPick } from "../../parts/SearchPick";
import { Side } from "../../parts/Side";
import { useLanguage, useText } from "../../words";
import problems from "../../words/problems";
import { numbersIn } from "./numbers";
import { complete, SliceEditor } from "./SliceEditor";

export function NewProblem({ onClose }: { onClose: () => void }) {
  const t = useText(problems);
  const { say } = useLanguage();
  const navigate = useNavigate();
  const today = useToday();
  const { data: metrics = [] } = useMetrics();
  const [title, setTitle] = useState("");
  const [metric, setMetric] = useState("ticket_count");
  const [where, setWhere] = useState<Slice>({});
  const [tickets, setTickets] = useState("");
  const [since, setSince] = useState("");
  const [description, setDescription] = useState("");
  const [owner, setOwner] = useState<string | null>(usePerson().login);
  const [due, setDue] = useState("");
  const making = useNewProblem();
  const make = () =>
    making.mutate(
      { title, metric, where: complete(where), since: since || null, description, owner, due: due || null, ticket_ids: numbersIn(tickets) },
      { onSuccess: ({ id }) => { void message.success(t("made")); void navigate(`/problems/${id}`); } },
    );
  return (
    <Side open onClose={onClose} title={t("make")}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); make(); }}>
        <Field label={t("problemTitle")} value={title} onChange={setTitle} maxLength={200} required autoFocus />
        <Area label={t("description")} value={description} onChange={setDescription} />
        <SearchPick label={t("metric")} value={metric} onChange={(key) => setMetric(key ?? "ticket_count")} options={metrics.map(({ key, title: named }) => ({ value: key, label: say(named) }))} />
        <SliceEditor label={t("slice")} metric={metric} value={where} onChange={setWhere} hint={t("sliceHint")} />
        <Area label={t("ticketNumbers")} hint={t("ticketNumbersHint")} rows={2} value={tickets} onChange={setTickets} />
        <div className="problems-two">
          <PersonPick label={t("owner")} value={owner} onChange={setOwner} none={t("ownerless")} />
          <Field type="date" label={t("due")} value={due} onChange={setDue} min={today} />
          <Field type="date" label={t("since")} value={since} onChange={setSince} max={today} />
        </div>
        {making.error && <p className="worse" role="alert">{say(Problem.from(making.error).words)}</p>}
        <div className="row"><Button type="primary" htmlType="submit" loading={making.isPending} disabled={!title.trim()}>{t("make")}</Button></div>
      </form>
    </Side>
  );
}
