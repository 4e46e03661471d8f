import type { ProcessMap } from "../../api/process";
import { number, percent } from "../../format";
import { Card } from "../../parts/Page";
import { type Column, DataTable } from "../../parts/table";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { titlesOf } from "./titles";

type Way = ProcessMap["variants"][number];

/** The ways that tickets take, the most frequent first. */
export function Ways({ map }: { map: ProcessMap }) {
  const t = useText(words);
  const { language } = useLanguage();
  const titles = titlesOf(map, language);
  const columns: Column<Way>[] = [
    { key: "way", title: t("way"), render: (one) => <span className="process-way">{one.steps.map(titles).join(" → ")}</span> },
    { key: "tickets", title: t("tickets"), number: true, width: 80, render: (one) => number(one.tickets) },
    { key: "share", title: t("part"), number: true, width: 80, render: (one) => percent(one.share), bar: (one) => one.share },
    { key: "hours", title: t("meanAll"), number: true, width: 104, render: (one) => number(one.hours, "h") },
  ];
  return (
    <Card title={t("variants")} sub={t("variantsSub", { n: number(map.variants_of), shown: map.variants.length })}>
      <DataTable label={t("variants")} rows={map.variants} columns={columns} rowKey={(one) => one.steps.join("\n")} maxHeight={400} />
    </Card>
  );
}
