import { useState } from "react";
import { type By, type EdgeTickets, type Hop, useEdgeTickets } from "../../api/process";
import { hours, number } from "../../format";
import type { Filters } from "../../parts/filter";
import { Side } from "../../parts/Side";
import { Await } from "../../parts/states";
import { Pager } from "../../parts/table";
import { TicketTable } from "../../parts/TicketTable";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { idOf } from "./layout";

interface Props {
  hop: Hop | null;
  by: By;
  /** What a step is called; as it is recorded where it has no title. */
  titles?: (name: string) => string;
  filters: Filters;
  onClose: () => void;
}

/** The tickets of one edge, the longest wait first. */
export function EdgeSide({ hop, by, titles = (name) => name, filters, onClose }: Props) {
  return (
    <Side open={hop !== null} onClose={onClose} title={hop ? `${titles(hop.source)} → ${titles(hop.target)}` : ""} width={920}>
      {hop && <Tickets key={idOf(hop)} hop={hop} by={by} filters={filters} />}
    </Side>
  );
}

function Tickets({ hop, by, filters }: { hop: Hop; by: By; filters: Filters }) {
  const [offset, setOffset] = useState(0);
  const tickets = useEdgeTickets(filters, by, { source: hop.source, target: hop.target }, offset);
  return <Await query={tickets} height={480}>{(found) => <Waiting found={found} offset={offset} onOffset={setOffset} />}</Await>;
}

function Waiting({ found, offset, onOffset }: { found: EdgeTickets; offset: number; onOffset: (offset: number) => void }) {
  const t = useText(words);
  const { language } = useLanguage();
  const waited = new Map(found.items.map((row) => [row.ticket_id, row.waited_hours]));
  return (
    <div className="stack">
      <p>
        <span className="strong">{t("median", { median: hours(found.median_hours, language), p90: hours(found.p90_hours, language) })}</span>{" "}
        <span className="note">{t("times2", { n: number(found.n), total: number(found.total) })}</span>
      </p>
      <TicketTable
        label={t("edgeTickets")}
        rows={found.items}
        maxHeight={560}
        extra={{ key: "waited", title: t("waited"), number: true, width: 104, render: (row) => hours(waited.get(row.ticket_id), language) }}
      />
      <Pager offset={offset} limit={50} total={found.total} onChange={onOffset} />
    </div>
  );
}
