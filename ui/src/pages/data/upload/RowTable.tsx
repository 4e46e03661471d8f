/** The first rows of a table, each column under what it was taken for. Cells with a problem are marked. */
import { useMemo } from "react";
import type { PreviewTable } from "../../../api/intake";
import { count } from "../../../format";
import { useLanguage, useText } from "../../../words";
import data from "../../../words/data";
import { Match, type MatchProps, Samples } from "./Match";

export function RowTable({ heads, ...props }: MatchProps & { heads: boolean }) {
  const t = useText(data);
  const { table } = props;
  const title = t("firstRows", { n: table.rows.length });
  const wrong = useWrong(table);
  return (
    <section className="stack-8">
      <p><span className="strong">{title}</span> {wrong.size > 0 && <span className="note">{t("firstRowsSub")}</span>}</p>
      <div className="upload-rows" role="region" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">{t("line")}</th>
              {table.columns.map((column) => (
                <th key={column.column} scope="col">
                  <div className="upload-column">
                    <span className="strong">{column.column}</span>
                    {heads && <Match {...props} column={column} />}
                    {heads && <Samples column={column} />}
                  </div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => {
              const line = table.row_numbers[at] ?? at;
              return (
                <tr key={line}>
                  <th scope="row" className="number">{count(line)}</th>
                  {row.map((cell, place) => {
                    const column = table.columns[place]?.column ?? "";
                    const reason = wrong.get(`${line} ${column}`);
                    return <td key={column} className={reason ? "wrong" : ""} title={reason ?? cell}><span>{cell.trim()}</span></td>;
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Why a cell is wrong, by its line and column. */
function useWrong(table: PreviewTable): Map<string, string> {
  const { say } = useLanguage();
  return useMemo(() => new Map(table.problems.map((problem) => [`${problem.line} ${problem.column}`, say(problem.reason)])), [table.problems, say]);
}
