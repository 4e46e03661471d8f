import { useState } from "react";
import { type By, type Row, useRowTickets } from "../../api/process";
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

/** The tickets of a row: of a deviation and a variant those that took longest first, of a step those with most occurrences first. */
export function RowTicketsSide({ row, title, by, filters, onClose }: Props) {
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
  const tickets = useRowTickets(filters, by, row, offset);
  const counted = "step" in row;
  return (
    <Await query={tickets} height={480}>
      {(found) => {
        const values = new Map(found.items.map((one) => [one.ticket_id, "occurrences" in one ? number(one.occurrences) : hours(one.duration_hours, language)]));
        return (
          <div className="stack">
            <p className="note">{t(counted ? "oftenFirst" : "longestFirst", { n: number(found.total) })}</p>
            <TicketTable
              label={t("rowTickets")}
              rows={found.items}
              maxHeight={560}
              extra={{ key: "value", title: t(counted ? "times" : "duration"), number: true, width: 104, render: (one) => values.get(one.ticket_id) }}
            />
            <Pager offset={offset} limit={50} total={found.total} onChange={setOffset} />
          </div>
        );
      }}
    </Await>
  );
}
