/** One table of a file: what it holds, what its columns were taken for, its first rows, and what is wrong with these. */
import { useState } from "react";
import type { PreviewTable, TableMapping, Targets } from "../../../api/intake";
import { Button } from "../../../parts/Button";
import { useNarrow } from "../../../parts/useNarrow";
import { useLanguage, useText } from "../../../words";
import data from "../../../words/data";
import type { Corrections } from "./Match";
import { MatchList } from "./MatchList";
import { FirstProblems } from "./FirstProblems";
import { RowTable } from "./RowTable";

const FACTS = { tickets: "factTickets", events: "factEvents", event_log: "factEventLog", exposure: "factExposure", customers: "factCustomers", orders: "factOrders", logs: "factLogs" } as const;
const isFact = (key: string): key is keyof typeof FACTS => key in FACTS;

interface Props extends Corrections {
  table: PreviewTable;
  own: TableMapping;
  targets: Targets;
  onFact: (fact: string) => void;
}

export function TableCheck({ table, own, targets, onFact, ...corrections }: Props) {
  const t = useText(data);
  const narrow = useNarrow();
  const [rows, setRows] = useState(false);
  const match = { table, own, targets: targets[own.fact] ?? [], ...corrections };
  return (
    <div className="stack">
      <label className="row">
        <span className="secondary">{t("tableIs")}</span>
        <select className="data-select upload-fact" value={own.fact} onChange={(event) => onFact(event.target.value)}>
          {Object.keys(targets).map((fact) => <option key={fact} value={fact}>{isFact(fact) ? t(FACTS[fact]) : fact}</option>)}
        </select>
      </label>
      <Notes table={table} />
      {narrow && <MatchList {...match} />}
      {narrow && <Button onClick={() => setRows(!rows)} aria-expanded={rows}>{t(rows ? "hideRows" : "seeRows", { n: table.rows.length })}</Button>}
      {(!narrow || rows) && <RowTable {...match} heads={!narrow} />}
      <FirstProblems problems={table.problems} />
    </div>
  );
}

/** What must be known before an import: what is missing, and what could not be told. */
function Notes({ table }: { table: PreviewTable }) {
  const t = useText(data);
  const { say, language } = useLanguage();
  const missing = table.missing.map(({ title }) => say(title)).join(language === "zh" ? "、" : ", ");
  if (!missing && !table.notes.length) return null;
  return (
    <div role="status">
      <ul className="upload-notes">
        {missing && <li className="strong">{t("missing", { fields: missing })}</li>}
        {table.notes.map((note) => (
          <li key={`${note.rule} ${note.column}`}>
            {note.column && <span className="strong">{note.column}{language === "zh" ? "：" : ": "}</span>}
            {say(note.reason)} {note.rule === "ambiguous_dates" && <span className="strong">{t("ambiguous")}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
