import { useState } from "react";
import type { ProcessMap, Variant } from "../../api/process";
import { number, percent } from "../../format";
import type { Filters } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { type Column, DataTable } from "../../parts/table";
import { useNarrow } from "../../parts/useNarrow";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { RowTicketsSide } from "./RowTicketsSide";
import { shortened, titlesOf } from "./titles";

/** The variants of the process, the most frequent first. */
export function Variants({ map, filters }: { map: ProcessMap; filters: Filters }) {
  const t = useText(words);
  const [open, setOpen] = useState<Variant | null>(null);
  const { language } = useLanguage();
  const titles = titlesOf(map, language);
  const narrow = useNarrow();
  const text = (variant: Variant) => shortened(variant.steps.map(titles)).join(" → ");
  const duration: Column<Variant> = { key: "hours", title: t("meanAll"), number: true, width: 104, render: (one) => number(one.mean_hours, "h") };
  const columns: Column<Variant>[] = [
    { key: "variant", title: t("variant"), render: (one) => <><span className="process-variant">{text(one)}</span>{narrow && <p className="note">{duration.title} {duration.render(one)}</p>}</> },
    { key: "tickets", title: t("tickets"), number: true, width: 80, render: (one) => number(one.tickets) },
    { key: "share", title: t("part"), number: true, width: 80, render: (one) => percent(one.share), bar: (one) => one.share },
    ...(narrow ? [] : [duration]),
  ];
  return (
    <Card title={t("variants")} sub={t(map.variants_total > map.variants.length ? "variantsSub" : "variantsAll", { n: number(map.variants_total), shown: map.variants.length })}>
      <DataTable label={t("variants")} rows={map.variants} columns={columns} rowKey={(one) => one.steps.join("\n")} onRow={setOpen} maxHeight={400} />
      <RowTicketsSide row={open && { variant: open.steps }} title={open ? text(open) : ""} by={map.by} filters={filters} onClose={() => setOpen(null)} />
    </Card>
  );
}
