import { Link } from "react-router";
import { useProblems } from "../../api/problems";
import { useSignals } from "../../api/signals";
import { useLanguage, useText } from "../../words";
import words from "../../words/metrics";

/** The signals and problems that look at a metric. */
export function UsedBy({ metric }: { metric: string }) {
  const t = useText(words);
  const { say } = useLanguage();
  const signals = (useSignals("open").data ?? []).filter((one) => one.metric === metric);
  const problems = (useProblems().data ?? []).filter((one) => one.metric === metric);
  if (!signals.length && !problems.length) return <span className="secondary">{t("notUsed")}</span>;
  return (
    <>
      {signals.length > 0 && <p>{t("openSignals")}</p>}
      {signals.map((one) => <p key={one.id}><Link to={`/signals/${one.id}`}>{say(one.title)}</Link></p>)}
      {problems.length > 0 && <p>{t("openProblems")}</p>}
      {problems.map((one) => <p key={one.id}><Link to={`/problems/${one.id}`}>{one.title}</Link></p>)}
    </>
  );
}
