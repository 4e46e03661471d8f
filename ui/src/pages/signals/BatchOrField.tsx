/** A bad batch, or a change in the field? Nothing where units in service are not known. */
import { useBatchOrField } from "../../api/signals";
import { Chart } from "../../parts/chart";
import { Card } from "../../parts/Page";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";

const HEIGHT = 220;

export function BatchOrField({ id }: { id: string }) {
  const t = useText(signals);
  const { say } = useLanguage();
  const { data } = useBatchOrField(id);
  if (!data?.batch_or_field) return null;
  const { sentence, production, reported } = data.batch_or_field;
  return (
    <Card title={t("batchOrField")} sub={<span className="strong">{say(sentence)}</span>}>
      <div className="grid">
        <div className="half"><Chart spec={production} height={HEIGHT} /></div>
        <div className="half"><Chart spec={reported} height={HEIGHT} /></div>
      </div>
    </Card>
  );
}
