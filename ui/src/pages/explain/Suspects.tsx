/** Suspects, the one that explains most first. */
import { Link } from "react-router";
import { useToday } from "../../api/installation";
import type { Suspect, Why } from "../../api/explain";
import { day, interval, number, percent, times } from "../../format";
import { useFilterLabel } from "../../parts/filter";
import { useLanguage, useText } from "../../words";
import words from "../../words/explain";
import "./explain.css";
import { paramsOf } from "./addresses";

export function Suspects({ suspects, why }: { suspects: Suspect[]; why: Why }) {
  return <ol className="explain-suspects">{suspects.map((one) => <Line key={JSON.stringify(one.where)} suspect={one} why={why} />)}</ol>;
}

function Line({ suspect, why }: { suspect: Suspect; why: Why }) {
  const t = useText(words);
  const { say, language } = useLanguage();
  const today = useToday();
  const label = useFilterLabel();
  const named = (where: Record<string, string>) => Object.entries(where).map(([key, value]) => label(`${key}=${value}`)).join(" · ");
  return (
    <li>
      <div className="explain-share" title={t(suspect.share > 1 ? "shareMoreWhy" : "share")}>
        <span className="strong">{suspect.share > 1 ? t("shareMore") : percent(suspect.share)}</span>
        <div aria-hidden="true"><div style={{ width: `${Math.min(Math.max(suspect.share, 0), 1) * 100}%` }} /></div>
      </div>
      <div className="stack-8">
        <p className="strong">{named(suspect.where)}</p>
        <p>{say(suspect.sentence)}</p>
        <p className="note">
          {t(why.compare === "values" ? "odds" : "factor")} {times(suspect.ratio, language)}（{interval(suspect.low, suspect.high)}） · {t("seen")} {number(suspect.observed)} · {t("usual")} {number(suspect.expected)}
          {suspect.since && ` · ${t("since")} ${day(suspect.since, language, today)}`}
        </p>
        {suspect.ambiguous_with.map((other) => <p key={JSON.stringify(other)} className="note">{t("sameAs", { what: named(other) })}</p>)}
        <div className="row">
          <Link to={`/tickets?${paramsOf(why, suspect.where)}`}>{t("tickets")}</Link>
          <Link to={`/explain?metric=${why.metric}&compare=${why.compare}&${paramsOf(why, suspect.where)}`}>{t("deeper")}</Link>
        </div>
      </div>
    </li>
  );
}
