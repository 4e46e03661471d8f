/** No signals. Among the open ones that is good news: what was scanned is listed. */
import { type SignalState, useScanRules } from "../../api/signals";
import { Empty } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";

const NONE = { snoozed: "noneSnoozed", dismissed: "noneDismissed", inactive: "noneInactive", rebaselined: "noneRebaselined" } as const;

export function NoSignals({ state }: { state: SignalState }) {
  const t = useText(signals);
  const { say } = useLanguage();
  const { data: scan } = useScanRules();
  if (state !== "open") return <Empty why={t(NONE[state])} />;
  return (
    <div className="state">
      <p className="strong">{t("goodNews")}</p>
      {scan && (
        <>
          <p>{t("checked")}</p>
          <ul className="signals-rules">
            {scan.rules.map((rule) => <li key={`${rule.key} ${rule.metric.en}`}>{t("rule", { metric: say(rule.metric), rule: say(rule.title) })}</li>)}
          </ul>
        </>
      )}
    </div>
  );
}
