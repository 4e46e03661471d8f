/** Slices that explain the change, each with its part, its size, and what it cannot be told apart from. */
import { useToday } from "../../api/installation";
import type { Suspect } from "../../api/signals";
import { filterText, type Slice } from "../../api/slices";
import { day, interval, percent, times } from "../../format";
import { useFilterLabel } from "../../parts/filter";
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
  const named = (where: Slice) => filterText(where).map(label).join(language === "zh" ? "，" : ", ");
  if (!list.length) return <Empty why={t("noSuspects")} />;
  const all: Column<Suspect>[] = [
    { key: "slice", title: t("slice"), width: narrow ? undefined : 240, render: (one) => <>{named(one.where)}{narrow && !short && <Ambiguous with={one.ambiguous_with.map(named)} />}</> },
    { key: "share", title: t("share"), number: true, width: narrow ? 72 : 112, render: (one) => (one.share === null ? <span title={t("shareMoreWhy")}>{"—"}</span> : percent(one.share)), bar: (one) => one.share ?? 0 },
    { key: "ratio", title: t("ratio"), number: true, width: narrow ? 96 : 160, render: (one) => <>{times(one.ratio, language)} <span className="note">{interval(one.interval.low, one.interval.high)}</span></> },
    { key: "since", title: t("since"), width: 104, render: (one) => day(one.since, language, today) },
    { key: "sentence", title: t("sentence"), render: (one) => <Sentence text={say(one.sentence)} ambiguous={one.ambiguous_with.map(named)} /> },
  ];
  const columns = short || narrow ? all.filter(({ key }) => key !== "since" && key !== "sentence") : all;
  return <div className="signals-suspects"><DataTable label={t("suspects")} rows={list} columns={columns} rowKey={(one) => filterText(one.where).join(" ")} /></div>;
}

function Sentence({ text, ambiguous }: { text: string; ambiguous: string[] }) {
  return <><p className="prose">{text}</p><Ambiguous with={ambiguous} /></>;
}

function Ambiguous({ with: slices }: { with: string[] }) {
  const t = useText(signals);
  return slices.length > 0 && <p className="note">{t("ambiguous", { what: slices.join("; ") })}</p>;
}
