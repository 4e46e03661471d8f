/** Suspects, the one that explains most first. */
import { Link } from "react-router";
import { useToday } from "../../api/installation";
import type { ExplainRequest, Suspect } from "../../api/explain";
import { filterText, type Slice } from "../../api/slices";
import { day, interval, number, percent, times } from "../../format";
import { useFilterLabel } from "../../parts/filter";
import { useLanguage, useText } from "../../words";
import words from "../../words/explain";
import "./explain.css";
import { paramsOf } from "./addresses";

export function Suspects({ suspects, request }: { suspects: Suspect[]; request: ExplainRequest }) {
  return <ol className="explain-suspects">{suspects.map((one) => <Line key={JSON.stringify(one.where)} suspect={one} request={request} />)}</ol>;
}

function Line({ suspect, request }: { suspect: Suspect; request: ExplainRequest }) {
  const t = useText(words);
  const { say, language } = useLanguage();
  const today = useToday();
  const label = useFilterLabel();
  const named = (where: Slice) => filterText(where).map(label).join(" · ");
  return (
    <li>
      <div className="explain-share" title={t(suspect.share === null ? "noShareWhy" : "share")}>
        <span className="strong">{suspect.share === null ? t("noShare") : percent(suspect.share)}</span>
        <div aria-hidden="true"><div style={{ width: `${(suspect.share ?? 0) * 100}%` }} /></div>
      </div>
      <div className="stack-8">
        <p className="strong">{named(suspect.where)}</p>
        <p>{say(suspect.sentence)}</p>
        <p className="note">
          {t(request.compare === "values" ? "odds" : "factor")} {suspect.ratio === null ? "∞" : times(suspect.ratio, language)}（{interval(suspect.interval.low, suspect.interval.high)}） · {t("observedFigure")} {number(suspect.observed)} · {t("expectedFigure")} {number(suspect.expected)}
          {suspect.since && ` · ${t("since")} ${day(suspect.since, language, today)}`}
        </p>
        {suspect.ambiguous_with.map((other) => <p key={JSON.stringify(other)} className="note">{t("sameAs", { what: named(other) })}</p>)}
        <div className="row">
          <Link to={`/tickets?${paramsOf(request, suspect.where)}`}>{t("tickets")}</Link>
          <Link to={`/explain?metric=${request.metric}&compare=${request.compare}&${paramsOf(request, suspect.where)}`}>{t("deeper")}</Link>
        </div>
      </div>
    </li>
  );
}
