/** The problem that a ticket belongs to, and how to add it to one. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { useProblemActs, useProblems } from "../../api/problems";
import { useMay } from "../../api/session";
import type { TicketDetail } from "../../api/tickets";
import { Button } from "../../parts/Button";
import { Select } from "../../parts/library/Select";
import { message } from "../../parts/messages";
import { useRefusal } from "../../parts/useRefusal";
import { useLanguage, useText } from "../../words";
import tickets from "../../words/tickets";

export function Belongs({ detail }: { detail: TicketDetail }) {
  const t = useText(tickets);
  const may = useMay();
  const { say } = useLanguage();
  const { data: problems = [] } = useProblems();
  const problem = problems.find((one) => one.id === detail.problem_id);
  if (!may("problem.read")) return null;
  return (
    <section className="stack-8">
      <h2 className="strong">{t("problem")}</h2>
      {detail.problem_id ? (
        <p><Link to={`/problems/${detail.problem_id}`}>{problem?.title ?? detail.problem_id}</Link> <span className="note">{say(problem?.stage_title)}</span></p>
      ) : (
        <p className="secondary">{t("noProblem")}</p>
      )}
      {may("problem.write") && !detail.problem_id && <Adder ticket={detail.ticket_id} />}
    </section>
  );
}

function Adder({ ticket }: { ticket: string }) {
  const t = useText(tickets);
  const { say } = useLanguage();
  const refused = useRefusal();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: problems = [], isLoading } = useProblems();
  const { link } = useProblemActs(chosen ?? "");
  const done = () => {
    setOpen(false);
    void message.success(t("added", { title: problems.find((one) => one.id === chosen)?.title }));
    void queries.invalidateQueries({ queryKey: ["tickets"] });
  };
  if (!open) return <div><Button size="small" onClick={() => setOpen(true)}>{t("addToProblem")}</Button></div>;
  return (
    <div className="ticket-adder">
      <Select
        className="grow"
        aria-label={t("chooseProblem")}
        placeholder={t("chooseProblem")}
        autoFocus
        loading={isLoading}
        value={chosen}
        onChange={setChosen}
        showSearch={{ optionFilterProp: "label" }}
        options={problems.filter(({ stage }) => stage !== "closed").map((one) => ({ value: one.id, label: `${one.title} · ${say(one.stage_title)}` }))}
      />
      <Button type="primary" disabled={!chosen} loading={link.isPending} onClick={() => link.mutate({ add: [ticket] }, { onSuccess: done, onError: refused })}>{t("add")}</Button>
    </div>
  );
}
