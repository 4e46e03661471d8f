/** The sentence that explains it, or plainly that nothing recorded does. */
import { Link } from "react-router";
import type { SignalDetail } from "../../api/signals";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";
import { addressOf } from "../../parts/signal/describe";

export function Why({ signal }: { signal: SignalDetail }) {
  const t = useText(signals);
  const { say } = useLanguage();
  const compare = signal.rule === "gap" ? "rest" : "previous";
  return (
    <div className="stack">
      <p className="signals-why">{signal.why ? say(signal.why) : t("noWhy")}</p>
      {signal.outside && (
        <div className="signals-outside stack-8">
          <p className="strong">{t("outside")}</p>
          <p className="secondary">{t("outsideSentence")}</p>
        </div>
      )}
      <p><Link to={addressOf("/explain", signal, { metric: signal.metric, compare })}>{t("explainMore")}</Link></p>
    </div>
  );
}
