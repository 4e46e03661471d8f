/** What an import would find wrong with the first rows. */
import type { RowProblem } from "../../../api/intake";
import { count, UNKNOWN } from "../../../format";
import { type Column, DataTable } from "../../../parts/table";
import { useLanguage, useText } from "../../../words";
import data from "../../../words/data";

/** The server tells no more than this. */
const MOST = 200;

export function FirstProblems({ problems }: { problems: RowProblem[] }) {
  const t = useText(data);
  const { say } = useLanguage();
  if (!problems.length) return <p className="note">{t("noProblemsYet")}</p>;
  const columns: Column<RowProblem>[] = [
    { key: "line", title: t("line"), width: 72, render: (row) => count(row.line) },
    { key: "column", title: t("column"), render: (row) => row.column ?? UNKNOWN },
    { key: "value", title: t("value"), render: (row) => <span className="lines-2" title={row.value ?? ""}>{row.value || UNKNOWN}</span> },
    { key: "reason", title: t("reason"), render: (row) => say(row.reason) },
  ];
  const title = t(problems.length >= MOST ? "foundProblemsMore" : "foundProblems", { n: count(problems.length) });
  return (
    <section className="stack-8">
      <h2 className="strong">{title}</h2>
      <DataTable label={title} rows={problems} columns={columns} rowKey={(row) => `${row.line} ${row.column} ${row.rule} ${row.value}`} maxHeight={280} />
    </section>
  );
}
