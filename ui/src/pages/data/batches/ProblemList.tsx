/** What was wrong with the rows of an import: filtered by rule, in pages, and as a file. */
import { DownloadOutlined } from "@ant-design/icons";
import { useState } from "react";
import { type Batch, type RowProblem, type RuleCount, useFields, useRowProblems } from "../../../api/intake";
import { count, download, UNKNOWN } from "../../../format";
import { Button } from "../../../parts/Button";
import { message } from "../../../parts/messages";
import { Await, Empty } from "../../../parts/states";
import { type Column, DataTable, Pager } from "../../../parts/table";
import { useRefusal } from "../../../parts/useRefusal";
import { useLanguage, useText } from "../../../words";
import data from "../../../words/data";
import { EXPORT_LIMIT, problemsCsv } from "./exportProblems";

const LIMIT = 50;

export function ProblemList({ batch }: { batch: Batch }) {
  const t = useText(data);
  const [rule, setRule] = useState("");
  const [offset, setOffset] = useState(0);
  const problems = useRowProblems(batch.id, rule, LIMIT, offset);
  const columns = useColumns();
  const choose = (next: string) => {
    setRule(next);
    setOffset(0);
  };
  return (
    <section className="stack-8" aria-label={t("problemList")}>
      <h2 className="strong">{t("problemList")}</h2>
      <Await query={problems} height={200}>
        {({ total, by_rule, items }) =>
          by_rule.length ? (
            <div className="stack-8">
              <div className="row">
                <Rules rules={by_rule} value={rule} onChange={choose} />
                <Export batch={batch} rule={rule} total={total} />
              </div>
              {total > 0 ? <DataTable label={t("problemList")} rows={items} columns={columns} rowKey={keyOf} /> : <Empty why={t("noProblemsOfRule")} />}
              {total > LIMIT && <Pager offset={offset} limit={LIMIT} total={total} onChange={setOffset} />}
            </div>
          ) : (
            <p className="note">{t("noProblems")}</p>
          )
        }
      </Await>
    </section>
  );
}

function Rules({ rules, value, onChange }: { rules: RuleCount[]; value: string; onChange: (rule: string) => void }) {
  const t = useText(data);
  const { say } = useLanguage();
  return (
    <select className="data-select grow" aria-label={t("rule")} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t("allRules")} ({count(rules.reduce((sum, { n }) => sum + n, 0))})</option>
      {rules.map(({ rule, title, n }) => <option key={rule} value={rule}>{say(title)} ({count(n)})</option>)}
    </select>
  );
}

function Export({ batch, rule, total }: { batch: Batch; rule: string; total: number }) {
  const t = useText(data);
  const { language } = useLanguage();
  const refused = useRefusal();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    if (total > EXPORT_LIMIT) void message.info(t("exportFirst", { n: count(EXPORT_LIMIT), total: count(total) }));
    const head = [t("line"), t("column"), t("value"), t("rule"), t("reason")];
    await problemsCsv(batch.id, rule, head, language)
      .then((content) => download(`${batch.file}-${batch.id}.csv`, content))
      .catch(refused);
    setBusy(false);
  };
  return <Button icon={<DownloadOutlined />} loading={busy} onClick={() => void run()}>{t("exportProblems")}</Button>;
}

function useColumns(): Column<RowProblem>[] {
  const t = useText(data);
  const { say } = useLanguage();
  const { data: fields = {} } = useFields();
  // What was checked after the import is named by our field, not by the file's column.
  const nameOf = (column: string) => say(Object.values(fields).flat().find(({ key }) => key === column)?.title) || column;
  return [
    { key: "line", title: t("line"), width: 72, render: (row) => (row.line ? count(row.line) : UNKNOWN) },
    { key: "column", title: t("column"), render: (row) => (row.column ? nameOf(row.column) : UNKNOWN) },
    { key: "value", title: t("value"), render: (row) => <span className="lines-2" title={row.value ?? ""}>{row.value || UNKNOWN}</span> },
    { key: "reason", title: t("reason"), render: (row) => say(row.reason) },
  ];
}

const keyOf = (row: RowProblem) => `${row.line} ${row.table} ${row.column} ${row.rule} ${row.value}`;
