/** What people made of the signals that they looked at. */
import type { TrackRecord } from "../../../api/trackRecord";
import { percent } from "../../../format";
import { Card } from "../../../parts/Page";
import { useText } from "../../../words";
import words from "../../../words/track-record";

export function Precision({ precision }: { precision: TrackRecord["precision"] }) {
  const t = useText(words);
  const { confirmed, dismissed, open, share, interval } = precision;
  return (
    <Card title={share === null ? t("precisionNone") : t("precisionIs", { share: percent(share) })} sub={t("precisionSub")}>
      <p>{t("precisionOf", { confirmed, dismissed, open })}</p>
      {interval && <p className="note">{t("rangeOf", { low: percent(interval.low), high: percent(interval.high) })}</p>}
    </Card>
  );
}
