import type { Better, Change } from "../../api/questions";
import { count, interval } from "../../format";
import { useText } from "../../words";
import parts from "../../words/parts";
import { tell } from "./change";

/** ▲ 12% 变差: the arrow is the direction, the word the judgement, red only for worse. */
export function ChangeMark({ change, better, unit = "" }: { change: Change | null; better: Better; unit?: string }) {
  const t = useText(parts);
  const told = tell(change, better, unit);
  if (!told || !change) return null;
  const range = interval(change.change_low, change.change_high, change.relative ? "ratio" : unit);
  return (
    <span className={told.worse ? "change worse" : "change secondary"} title={`${t("interval", { range, n: count(change.n) })}`}>
      <span className="nowrap">{told.arrow && <span aria-hidden="true">{told.arrow}</span>} {told.size}{told.points && ` ${t("points")}`}</span>{" "}
      <span className="nowrap">{t(told.word)}</span>
    </span>
  );
}
