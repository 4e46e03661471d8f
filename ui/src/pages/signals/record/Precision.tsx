/** What people made of the signals that they looked at. */
import type { TrackRecord } from "../../../api/trackRecord";
import { percent } from "../../../format";
import { Card } from "../../../parts/Page";
import { useText } from "../../../words";
import words from "../../../words/track-record";

export function Precision({ precision }: { precision: TrackRecord["precision"] }) {
  const t = useText(words);
  const { useful, dismissed, open, share, low, high } = precision;
  return (
    <Card title={share === null ? t("precisionNone") : t("precisionIs", { share: percent(share) })} sub={t("precisionSub")}>
      <p>{t("precisionOf", { useful, dismissed, open })}</p>
      {share !== null && <p className="note">{t("rangeOf", { low: percent(low), high: percent(high) })}</p>}
    </Card>
  );
}
