import { isUnresolved, useProblems } from "../../api/problems";
import { useText } from "../../words";
import problems from "../../words/problems";

/** How many problems there are to solve, and how many of them are late. */
export default function Findings() {
  const t = useText(problems);
  const unresolved = (useProblems().data ?? []).filter(isUnresolved);
  const overdue = unresolved.filter((problem) => problem.overdue).length;
  if (!unresolved.length) return null;
  return (
    <>
      {t("found", { n: unresolved.length })}
      {overdue > 0 && <> · <span className="worse">{t("foundOverdue", { n: overdue })}</span></>}
    </>
  );
}
