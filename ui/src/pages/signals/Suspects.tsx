/** Slices that explain the change, each with its part, its size, and what it cannot be told apart from. */
import { useToday } from "../../api/installation";
import type { Suspect } from "../../api/signals";
import { day, interval, percent, times } from "../../format";
import { useFilterLabel, whereOf } from "../../parts/filter";
import { Empty } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { useNarrow } from "../../parts/useNarrow";
import { useLanguage, useText } from "../../words";
import signals from "../../words/signals";

/** short: of a mean, where there is half the room and the sentence says nothing more, as on a phone. */
export function Suspects({ list, short }: { list: Suspect[]; short: boolean }) {
  const t = useText(signals);
  const { language, say } = useLanguage();
  const today = useToday();
  const label = useFilterLabel();
  const narrow = useNarrow();
  const told = (where: Record<string, string>) => whereOf(where).map(label).join(language === "zh" ? "，" : ", ");
  if (!list.length) return <Empty why={t("noSuspects")} />;
  const all: Column<Suspect>[] = [
    { key: "slice", title: t("slice"), width: narrow ? undefined : 240, render: (one) => <>{told(one.where)}{narrow && !short && <Apart from={one.ambiguous_with.map(told)} />}</> },
    { key: "share", title: t("share"), number: true, width: narrow ? 72 : 112, render: (one) => (one.share > 1 ? <span title={t("shareMoreWhy")}>{t("shareMore")}</span> : percent(one.share)), bar: (one) => one.share },
    { key: "ratio", title: t("ratio"), number: true, width: narrow ? 96 : 160, render: (one) => <>{times(one.ratio, language)} <span className="note">{interval(one.low, one.high)}</span></> },
    { key: "since", title: t("since"), width: 104, render: (one) => day(one.since, language, today) },
    { key: "sentence", title: t("sentence"), render: (one) => <Sentence said={say(one.sentence)} apart={one.ambiguous_with.map(told)} /> },
  ];
  const columns = short || narrow ? all.filter(({ key }) => key !== "since" && key !== "sentence") : all;
  return <div className="signals-suspects"><DataTable label={t("suspects")} rows={list} columns={columns} rowKey={(one) => whereOf(one.where).join(" ")} /></div>;
}

function Sentence({ said, apart }: { said: string; apart: string[] }) {
  return <><p className="prose">{said}</p><Apart from={apart} /></>;
}

function Apart({ from }: { from: string[] }) {
  const t = useText(signals);
  return from.length > 0 && <p className="note">{t("ambiguous", { what: from.join("; ") })}</p>;
}
