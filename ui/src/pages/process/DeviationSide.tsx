import { useState } from "react";
import { type By, type Deviation, useDeviatingTickets } from "../../api/process";
import { hours, number } from "../../format";
import type { Filters } from "../../parts/filter";
import { Side } from "../../parts/Side";
import { Await } from "../../parts/states";
import { Pager } from "../../parts/table";
import { TicketTable } from "../../parts/TicketTable";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";

interface Props {
  deviation: Deviation | null;
  by: By;
  filters: Filters;
  onClose: () => void;
}

/** The tickets of one deviation, those that took longest first. */
export function DeviationSide({ deviation, by, filters, onClose }: Props) {
  const { say } = useLanguage();
  return (
    <Side open={deviation !== null} onClose={onClose} title={deviation ? say(deviation.title) : ""} width={920}>
      {deviation && <Behind key={`${deviation.kind} ${deviation.step}`} deviation={deviation} by={by} filters={filters} />}
    </Side>
  );
}

function Behind({ deviation, by, filters }: { deviation: Deviation; by: By; filters: Filters }) {
  const t = useText(words);
  const { language } = useLanguage();
  const [offset, setOffset] = useState(0);
  const asked = useDeviatingTickets(filters, by, deviation, offset);
  return (
    <Await query={asked} height={480}>
      {(found) => {
        const taken = new Map(found.rows.map((row) => [row.ticket_id, row.taken_hours]));
        return (
          <div className="stack">
            <p className="note">{t("deviatingTickets", { n: number(found.total) })}</p>
            <TicketTable
              label={t("deviations")}
              rows={found.rows}
              maxHeight={560}
              extra={{ key: "taken", title: t("taken"), number: true, width: 104, render: (row) => hours(taken.get(row.ticket_id), language) }}
            />
            <Pager offset={offset} limit={50} total={found.total} onChange={setOffset} />
          </div>
        );
      }}
    </Await>
  );
}
