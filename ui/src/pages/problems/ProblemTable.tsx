import { useState } from "react";
import { Link } from "react-router";
import type { ProblemBrief } from "../../api/problems";
import { count, stamp, UNKNOWN } from "../../format";
import { type Column, DataTable } from "../../parts/table";
import { useLanguage, useText } from "../../words";
import problems from "../../words/problems";
import { OutcomeWord } from "./OutcomeWord";
import { STAGES } from "./stages";

const BY: Record<string, (problem: ProblemBrief) => string | number> = {
  due: ({ due }) => due ?? "9999",
  stage: ({ stage }) => STAGES.indexOf(stage),
  tickets: ({ tickets }) => tickets,
  created: ({ created_at }) => created_at,
};

export function ProblemTable({ list }: { list: ProblemBrief[] }) {
  const t = useText(problems);
  const { say } = useLanguage();
  const [sort, setSort] = useState("due");
  const columns: Column<ProblemBrief>[] = [
    { key: "title", title: t("problemTitle"), render: (one) => <Link to={`/problems/${one.id}`}>{one.title}</Link> },
    { key: "stage", title: t("stage"), sort: "stage", render: (one) => say(one.stage_title) },
    { key: "owner", title: t("owner"), render: (one) => one.owner_name ?? one.owner ?? UNKNOWN },
    { key: "due", title: t("due"), sort: "due", render: (one) => (one.due ? `${one.due}${one.overdue ? ` ${t("overdue")}` : ""}` : UNKNOWN), worse: (one) => one.overdue },
    { key: "tickets", title: t("tickets"), sort: "tickets", number: true, render: (one) => count(one.tickets) },
    { key: "verdict", title: t("verdict"), render: (one) => (one.verdict ? <OutcomeWord outcome={one.verdict} /> : UNKNOWN) },
    { key: "created", title: t("createdAt"), sort: "created", render: (one) => stamp(one.created_at).slice(0, 10) },
  ];
  return <DataTable label={t("title")} rows={sorted(list, sort)} columns={columns} rowKey={({ id }) => id} sort={sort} onSort={setSort} />;
}

function sorted(list: ProblemBrief[], sort: string): ProblemBrief[] {
  const falling = sort.startsWith("-");
  const by = BY[falling ? sort.slice(1) : sort];
  if (!by) return list;
  const risen = list.toSorted((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));
  return falling ? risen.toReversed() : risen;
}
