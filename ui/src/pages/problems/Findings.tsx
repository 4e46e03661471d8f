import { isUnresolved, useProblems } from "../../api/problems";
import { useText } from "../../words";
import findings from "../../words/findings";

/** How many problems there are to solve, and how many of them are late. */
export default function Findings() {
  const t = useText(findings);
  const unresolved = (useProblems().data ?? []).filter(isUnresolved);
  const overdue = unresolved.filter((problem) => problem.overdue).length;
  if (!unresolved.length) return null;
  return (
    <>
      {t("problems", { n: unresolved.length })}
      {overdue > 0 && <> · <span className="worse">{t("overdue", { n: overdue })}</span></>}
    </>
  );
}
