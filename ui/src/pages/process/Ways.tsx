import { useState } from "react";
import type { ProcessMap } from "../../api/process";
import { number, percent } from "../../format";
import type { Filters } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { type Column, DataTable } from "../../parts/table";
import { useNarrow } from "../../parts/useNarrow";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { BehindSide } from "./BehindSide";
import { shortened, titlesOf } from "./titles";

type Way = ProcessMap["variants"][number];

/** The ways that tickets take, the most frequent first. */
export function Ways({ map, filters }: { map: ProcessMap; filters: Filters }) {
  const t = useText(words);
  const [open, setOpen] = useState<Way | null>(null);
  const { language } = useLanguage();
  const titles = titlesOf(map, language);
  const narrow = useNarrow();
  const told = (way: Way) => shortened(way.steps.map(titles)).join(" → ");
  const took: Column<Way> = { key: "hours", title: t("meanAll"), number: true, width: 104, render: (one) => number(one.hours, "h") };
  const columns: Column<Way>[] = [
    { key: "way", title: t("way"), render: (one) => <><span className="process-way">{told(one)}</span>{narrow && <p className="note">{took.title} {took.render(one)}</p>}</> },
    { key: "tickets", title: t("tickets"), number: true, width: 80, render: (one) => number(one.tickets) },
    { key: "share", title: t("part"), number: true, width: 80, render: (one) => percent(one.share), bar: (one) => one.share },
    ...(narrow ? [] : [took]),
  ];
  return (
    <Card title={t("variants")} sub={t(map.variants_of > map.variants.length ? "variantsSub" : "variantsAll", { n: number(map.variants_of), shown: map.variants.length })}>
      <DataTable label={t("variants")} rows={map.variants} columns={columns} rowKey={(one) => one.steps.join("\n")} onRow={setOpen} maxHeight={400} />
      <BehindSide row={open && { way: open.steps }} title={open ? told(open) : ""} by={map.by} filters={filters} onClose={() => setOpen(null)} />
    </Card>
  );
}
