/** Groups that are far worse than others of their age, and in their months. */
import type { Groups, Where } from "../../api/reliability";
import { number, times } from "../../format";
import { Card } from "../../parts/Page";
import { useLanguage, useText } from "../../words";
import words from "../../words/reliability";
import "./reliability.css";

export function Standing({ told, onOpen }: { told: Groups; onOpen: (where: Where) => void }) {
  const t = useText(words);
  const { say, language } = useLanguage();
  if (told.by === "version") return <p className="note">{t("wornVersion")}</p>;
  return (
    <Card title={told.worn.length ? t("worn", { count: told.worn.length }) : t("wornNone")} sub={t("wornSub")}>
      <ul className="reliability-worn">
        {told.worn.map((one) => (
          <li key={JSON.stringify(one.where)}>
            <button type="button" className="plain strong" onClick={() => onOpen(one.where)}>{Object.values(one.where).join(" · ")}</button>
            <p>{t("wornOf", { failed: number(one.failed), expected: number(one.expected), times: times(one.ratio, language) })}</p>
            {one.begins && <p>{say(one.begins.sentence)}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
