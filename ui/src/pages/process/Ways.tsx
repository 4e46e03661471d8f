import type { ProcessMap } from "../../api/process";
import { number, percent } from "../../format";
import { Card } from "../../parts/Page";
import { type Column, DataTable } from "../../parts/table";
import { useNarrow } from "../../parts/useNarrow";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { shortened, titlesOf } from "./titles";

type Way = ProcessMap["variants"][number];

/** The ways that tickets take, the most frequent first. */
export function Ways({ map }: { map: ProcessMap }) {
  const t = useText(words);
  const { language } = useLanguage();
  const titles = titlesOf(map, language);
  const narrow = useNarrow();
  const took: Column<Way> = { key: "hours", title: t("meanAll"), number: true, width: 104, render: (one) => number(one.hours, "h") };
  const columns: Column<Way>[] = [
    { key: "way", title: t("way"), render: (one) => <><span className="process-way">{shortened(one.steps.map(titles)).join(" → ")}</span>{narrow && <p className="note">{took.title} {took.render(one)}</p>}</> },
    { key: "tickets", title: t("tickets"), number: true, width: 80, render: (one) => number(one.tickets) },
    { key: "share", title: t("part"), number: true, width: 80, render: (one) => percent(one.share), bar: (one) => one.share },
    ...(narrow ? [] : [took]),
  ];
  return (
    <Card title={t("variants")} sub={t(map.variants_of > map.variants.length ? "variantsSub" : "variantsAll", { n: number(map.variants_of), shown: map.variants.length })}>
      <DataTable label={t("variants")} rows={map.variants} columns={columns} rowKey={(one) => one.steps.join("\n")} maxHeight={400} />
    </Card>
  );
}
