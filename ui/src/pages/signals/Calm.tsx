/** No signals. Among the open ones that is good news: what was looked at is said. */
import { type SignalState, useWatched } from "../../api/signals";
import { Empty } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";

const NONE = { snoozed: "noneSnoozed", dismissed: "noneDismissed", quiet: "noneQuiet", usual: "noneUsual" } as const;

export function Calm({ state }: { state: SignalState }) {
  const t = useText(signals);
  const { say } = useLanguage();
  const { data: watched } = useWatched();
  if (state !== "open") return <Empty why={t(NONE[state])} />;
  return (
    <div className="state">
      <p className="strong">{t("goodNews")}</p>
      {watched && (
        <>
          <p>{t("checked")}</p>
          <ul className="signals-rules">
            {watched.rules.map((rule) => <li key={`${rule.key} ${rule.metric.en}`}>{t("rule", { metric: say(rule.metric), rule: say(rule.title) })}</li>)}
          </ul>
        </>
      )}
    </div>
  );
}
