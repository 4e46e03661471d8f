/** What a column is taken for, and, for moments, how they are written. Native lists: they work on a phone and by keyboard. */
import type { Target } from "../../api/intake";
import { useLanguage, useText } from "../../words";
import data from "../../words/data";
import { grouped } from "./mapping";

interface Props {
  label: string;
  value: string | null;
  targets: Target[];
  onChange: (target: string | null) => void;
}

export function TargetSelect({ label, value, targets, onChange }: Props) {
  const t = useText(data);
  const { say } = useLanguage();
  return (
    <select className="data-select" aria-label={label} value={value ?? ""} onChange={(event) => onChange(event.target.value || null)}>
      <option value="">{t("keepExtra")}</option>
      {grouped(targets).map(([group, members]) => (
        <optgroup key={group} label={t(group)}>
          {members.map((target) => <option key={target.key} value={target.key}>{say(target.title)}</option>)}
        </optgroup>
      ))}
    </select>
  );
}

const ORDERS = { "": "orderFound", "day-first": "orderDay", "month-first": "orderMonth", "year-first": "orderYear", excel: "orderExcel", epoch: "orderEpoch" } as const;

export function OrderSelect({ label, value, onChange }: { label: string; value: string; onChange: (order: string) => void }) {
  const t = useText(data);
  return (
    <select className="data-select" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {Object.entries(ORDERS).map(([order, key]) => <option key={order} value={order}>{t(key)}</option>)}
    </select>
  );
}
