import { useState } from "react";
import { type RowsRequest, type RowValue, useRows } from "../../api/questions";
import { count, number, stamp, UNKNOWN } from "../../format";
import { useLanguage, useText } from "../../words";
import parts from "../../words/parts";
import { Choice } from "../Choice";
import { Await, Empty } from "../states";
import { type Column, DataTable, Pager } from "../table";

const PAGE = 20;

/** The very rows that a figure was counted from. */
export function RowsPanel({ request, hasDenominator }: { request: RowsRequest; hasDenominator: boolean }) {
  const t = useText(parts);
  const { say } = useLanguage();
  const [part, setPart] = useState<"numerator" | "denominator">("numerator");
  const [offset, setOffset] = useState(0);
  const rows = useRows({ ...request, part }, { limit: PAGE, offset });
  return (
    <section className="stack-8">
      <div className="row">
        <h3 className="strong grow">{t("rows")} <span className="note">{rows.data && t("rowsOf", { total: count(rows.data.total) })}</span></h3>
        {hasDenominator && (
          <Choice bare label={t("rows")} value={part} onChange={(next) => { setPart(next); setOffset(0); }} options={[{ value: "numerator", label: t("numerator") }, { value: "denominator", label: t("denominator") }]} />
        )}
      </div>
      <Await query={rows} height={360}>
        {(data) => {
          if (!data.total) return <Empty why={t("noRows")} />;
          const columns: Column<RowValue[]>[] = data.columns.map(({ key, title }, place) => ({
            key,
            title: say(title),
            render: (row) => <span className="lines-2" title={shown(row[place])}>{shown(row[place])}</span>,
          }));
          return (
            <>
              <DataTable label={t("rows")} rows={data.items} columns={columns} rowKey={(row) => data.items.indexOf(row).toString()} maxHeight={420} />
              {data.total > PAGE && <Pager offset={offset} limit={PAGE} total={data.total} onChange={setOffset} />}
            </>
          );
        }}
      </Await>
    </section>
  );
}

function shown(value: RowValue | undefined): string {
  if (value == null || value === "") return UNKNOWN;
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return /^\d{4}-\d\d-\d\dT/.test(value) ? stamp(value) : value;
  return JSON.stringify(value);
}
