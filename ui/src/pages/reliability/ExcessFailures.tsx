/** Groups that are far worse than others of their age, and in their months. */
import type { Groups } from "../../api/reliability";
import { type Slice, sliceName } from "../../api/slices";
import { number, times } from "../../format";
import { Card } from "../../parts/Page";
import { useLanguage, useText } from "../../words";
import words from "../../words/reliability";
import "./reliability.css";

export function ExcessFailures({ groups, onOpen }: { groups: Groups; onOpen: (where: Slice) => void }) {
  const t = useText(words);
  const { say, language } = useLanguage();
  if (groups.by === "version") return <p className="note">{t("excessVersion")}</p>;
  return (
    <Card title={groups.excess_failures.length ? t("excess", { count: groups.excess_failures.length }) : t("excessNone")} sub={t("excessSub")}>
      <ul className="reliability-excess">
        {groups.excess_failures.map((one) => (
          <li key={JSON.stringify(one.where)}>
            <button type="button" className="plain strong" onClick={() => onOpen(one.where)}>{sliceName(one.where)}</button>
            <p>{t("excessOf", { failed: number(one.failed), expected: number(one.expected), times: times(one.ratio, language) })}</p>
            {one.onset_age && <p>{say(one.onset_age.sentence)}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
