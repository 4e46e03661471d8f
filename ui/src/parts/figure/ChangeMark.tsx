import type { Better, FigureChange } from "../../api/questions";
import { count, interval } from "../../format";
import { useText } from "../../words";
import parts from "../../words/parts";
import { describeChange } from "./change";

/** ▲ 12% 变差: the arrow is the direction, the word the judgement, red only for worse. */
export function ChangeMark({ change, better, unit = "" }: { change: FigureChange | null; better: Better; unit?: string }) {
  const t = useText(parts);
  const described = describeChange(change, better, unit);
  if (!described || !change) return null;
  const range = interval(change.interval?.low, change.interval?.high, change.relative ? "ratio" : unit);
  return (
    <span className={described.worse ? "change worse" : "change secondary"} title={`${t("interval", { range, n: count(change.before.n) })}`}>
      <span className="nowrap">{described.arrow && <span aria-hidden="true">{described.arrow}</span>} {described.size}{described.points && ` ${t("points")}`}</span>{" "}
      <span className="nowrap">{t(described.word)}</span>
    </span>
  );
}
