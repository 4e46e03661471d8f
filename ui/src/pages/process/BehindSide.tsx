import { useState } from "react";
import { type By, type Row, useBehind } from "../../api/process";
import { hours, number } from "../../format";
import type { Filters } from "../../parts/filter";
import { Side } from "../../parts/Side";
import { Await } from "../../parts/states";
import { Pager } from "../../parts/table";
import { TicketTable } from "../../parts/TicketTable";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";

interface Props {
  row: Row | null;
  title: string;
  by: By;
  filters: Filters;
  onClose: () => void;
}

/** The tickets behind a row: a deviation's and a way's that took longest first, a step's that had it most often first. */
export function BehindSide({ row, title, by, filters, onClose }: Props) {
  return (
    <Side open={row !== null} onClose={onClose} title={title} width={920}>
      {row && <Tickets key={JSON.stringify(row)} row={row} by={by} filters={filters} />}
    </Side>
  );
}

function Tickets({ row, by, filters }: { row: Row; by: By; filters: Filters }) {
  const t = useText(words);
  const { language } = useLanguage();
  const [offset, setOffset] = useState(0);
  const asked = useBehind(filters, by, row, offset);
  const counted = "step" in row;
  return (
    <Await query={asked} height={480}>
      {(found) => {
        const told = new Map(found.rows.map((one) => [one.ticket_id, counted ? number(one.times) : hours(one.taken_hours, language)]));
        return (
          <div className="stack">
            <p className="note">{t(counted ? "oftenFirst" : "longestFirst", { n: number(found.total) })}</p>
            <TicketTable
              label={t("behind")}
              rows={found.rows}
              maxHeight={560}
              extra={{ key: "told", title: t(counted ? "times" : "taken"), number: true, width: 104, render: (one) => told.get(one.ticket_id) }}
            />
            <Pager offset={offset} limit={50} total={found.total} onChange={setOffset} />
          </div>
        );
      }}
    </Await>
  );
}
