import { useToday } from "../../api/installation";
import type { ProblemBrief } from "../../api/problems";
import { day } from "../../format";
import { useLanguage, useText } from "../../words";
import problems from "../../words/problems";

/** When it is due; red once that day has passed and it is not solved. */
export function Due({ problem: { due, overdue } }: { problem: Pick<ProblemBrief, "due" | "overdue"> }) {
  const t = useText(problems);
  const { language } = useLanguage();
  const today = useToday();
  if (!due) return null;
  return <span className={overdue ? "worse" : ""}>{t(overdue ? "overdueSince" : "dueOn", { day: day(due, language, today) })}</span>;
}
