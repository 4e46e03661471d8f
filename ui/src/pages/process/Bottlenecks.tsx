import type { Edge, Hop, ProcessMap } from "../../api/process";
import { number, percent, UNKNOWN } from "../../format";
import { Card } from "../../parts/Page";
import { type Column, DataTable } from "../../parts/table";
import { useNarrow } from "../../parts/useNarrow";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { idOf } from "./layout";
import { titlesOf } from "./titles";

/** The bottlenecks: where tickets wait most that are not resolved yet. */
export function Bottlenecks({ map, onHop }: { map: ProcessMap; onHop: (hop: Hop) => void }) {
  const t = useText(words);
  const { language } = useLanguage();
  const titles = titlesOf(map, language);
  const hop: Column<Edge> = { key: "hop", title: t("hopColumn"), render: (one) => `${titles(one.source)} → ${titles(one.target)}` };
  const share: Column<Edge> = { key: "share", title: t("share"), number: true, width: 128, render: (one) => percent(one.open_share), bar: (one) => one.open_share ?? 0 };
  const rest: Column<Edge>[] = [
    { key: "n", title: t("times"), number: true, width: 96, render: (one) => number(one.n) },
    { key: "mean", title: t("mean"), number: true, width: 112, render: (one) => number(one.mean_hours, "h") },
    { key: "total", title: t("total"), number: true, width: 120, render: (one) => number(Math.round(one.hours)) },
    { key: "off", title: t("off"), number: true, width: 112, render: (one) => (one.hours ? percent(1 - one.worked_hours / one.hours) : UNKNOWN) },
  ];
  // On a phone what matters most stands where it is seen without scrolling.
  const columns = useNarrow() ? [hop, share, ...rest] : [hop, ...rest, share];
  return (
    <Card title={t("bottlenecks")} sub={t("bottlenecksSub")}>
      <DataTable label={t("bottlenecks")} rows={map.bottlenecks} columns={columns} rowKey={idOf} onRow={onHop} />
    </Card>
  );
}
