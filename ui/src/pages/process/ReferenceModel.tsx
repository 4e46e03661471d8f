/** Conformance: do tickets follow the reference model, where do they leave it, and what does that cost? */
import { useState } from "react";
import { type By, type Conformance, type Deviation, useConformance } from "../../api/process";
import { number, percent, UNKNOWN } from "../../format";
import type { Filters } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { useNarrow } from "../../parts/useNarrow";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { ReferenceModelForm } from "./ReferenceModelForm";
import { RowTicketsSide } from "./RowTicketsSide";

export function ReferenceModel({ filters, by }: { filters: Filters; by: By }) {
  const conformance = useConformance(filters, by);
  return <Await query={conformance} height={480}>{(found) => found.available && <Found found={found} filters={filters} />}</Await>;
}

function Found({ found, filters }: { found: Conformance; filters: Filters }) {
  const t = useText(words);
  const { say } = useLanguage();
  const model = found.reference_model;
  const [open, setOpen] = useState<Deviation | null>(null);
  return (
    <div className="grid">
      <div className="two-thirds">
        <Card title={say(found.sentence)} sub={t("conformanceSub")}>
          {found.deviations.length ? <Deviations found={found} onOpen={setOpen} /> : <Empty why={t("allConform")} />}
        </Card>
      </div>
      <div className="third"><ReferenceModelForm key={`${model.by} ${model.text.zh}`} model={model} /></div>
      <RowTicketsSide row={open && { deviation: open }} title={open ? say(open.title) : ""} by={model.by} filters={filters} onClose={() => setOpen(null)} />
    </div>
  );
}

function Deviations({ found, onOpen }: { found: Conformance; onOpen: (one: Deviation) => void }) {
  const t = useText(words);
  const { say } = useLanguage();
  const what: Column<Deviation> = { key: "what", title: t("deviation"), render: (one) => say(one.title) };
  const counts: Column<Deviation>[] = [
    { key: "tickets", title: t("tickets"), number: true, width: 80, render: (one) => number(one.tickets) },
    { key: "share", title: t("part"), number: true, width: 80, render: (one) => percent(one.share), bar: (one) => one.share },
    { key: "times", title: t("times"), number: true, width: 80, render: (one) => number(one.times) },
  ];
  const each: Column<Deviation> = { key: "each", title: t("excessEach"), number: true, width: 120, render: (one) => number(one.excess_duration.hours_per_ticket, "h") };
  const all: Column<Deviation> = { key: "all", title: t("excessAll"), number: true, width: 176, render: (one) => <Between {...one.excess_duration} /> };
  // On a phone what it costs stands where it is seen without scrolling.
  const columns = useNarrow() ? [what, each, ...counts, all] : [what, ...counts, each, all];
  return (
    <div className="stack-8">
      <DataTable label={t("deviations")} rows={found.deviations} columns={columns} rowKey={(one) => `${one.kind} ${one.step}`} onRow={onOpen} maxHeight={560} />
      {found.deviations_total > found.deviations.length && <p className="note">{t("deviationsOf", { shown: found.deviations.length, n: number(found.deviations_total) })}</p>}
    </div>
  );
}

function Between({ hours, interval }: Deviation["excess_duration"]) {
  if (hours === null || interval?.low == null || interval.high === null) return UNKNOWN;
  return <>{number(Math.round(hours))} <span className="note">{number(Math.round(interval.low))}–{number(Math.round(interval.high))}</span></>;
}
