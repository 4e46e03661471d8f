/** Rows as ui.md rule 6 asks: 32 px, hairlines, a head that stays, at most seven columns before 更多列. */
import { type ReactNode, useState } from "react";
import { useText } from "../../words";
import parts from "../../words/parts";
import "./table.css";
import { Button } from "../Button";

export interface Column<Row> {
  key: string;
  title: ReactNode;
  render: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  number?: boolean;
  /** Its key in `sort`, where it can be sorted by. */
  sort?: string;
  /** The length of a bar behind the text, 0 to 1. */
  bar?: (row: Row) => number;
  worse?: (row: Row) => boolean;
  width?: number | string;
}

interface Props<Row> {
  /** What the table holds, for screen readers. */
  label: string;
  rows: Row[];
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** Open a row's detail. */
  onRow?: (row: Row) => void;
  /** The row whose detail is open. */
  current?: string | undefined;
  /** `created_at` or `-created_at`. */
  sort?: string;
  onSort?: (sort: string) => void;
  selected?: string[];
  onSelect?: (selected: string[]) => void;
  maxHeight?: number | string;
}

const MOST = 7;

export function DataTable<Row>(props: Props<Row>) {
  const { label, rows, columns, rowKey, maxHeight } = props;
  const t = useText(parts);
  const [all, setAll] = useState(false);
  const shown = all ? columns : columns.slice(0, MOST);
  return (
    <div className="data-table">
      <div className="data-table-scroll" style={{ maxHeight }} role="region" aria-label={label} tabIndex={0}>
        <table>
          <caption className="hidden">{label}</caption>
          <thead>
            <tr>
              {props.onSelect && <th className="pick"><SelectAll {...props} /></th>}
              {shown.map((column) => <Head key={column.key} column={column} sort={props.sort} onSort={props.onSort} />)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => <Line key={rowKey(row)} row={row} shown={shown} {...props} />)}
          </tbody>
        </table>
      </div>
      {columns.length > MOST && (
        <Button type="link" size="small" onClick={() => setAll(!all)}>{t(all ? "fewerColumns" : "moreColumns")}</Button>
      )}
    </div>
  );
}

function Head<Row>({ column, sort, onSort }: { column: Column<Row>; sort: string | undefined; onSort: ((sort: string) => void) | undefined }) {
  const style = { width: column.width };
  const className = column.number ? "number" : "";
  if (!column.sort || !onSort) return <th scope="col" className={className} style={style}>{column.title}</th>;
  const up = sort === column.sort;
  const down = sort === `-${column.sort}`;
  return (
    <th scope="col" className={className} style={style} aria-sort={up ? "ascending" : down ? "descending" : "none"}>
      <button type="button" className="plain" onClick={() => onSort(down ? (column.sort ?? "") : `-${column.sort}`)}>
        {column.title}
        <span aria-hidden="true" className="sort-mark">{up ? "↑" : down ? "↓" : ""}</span>
      </button>
    </th>
  );
}

function Line<Row>({ row, shown, rowKey, onRow, current, selected = [], onSelect }: Props<Row> & { row: Row; shown: Column<Row>[] }) {
  const t = useText(parts);
  const key = rowKey(row);
  const toggle = () => onSelect?.(selected.includes(key) ? selected.filter((other) => other !== key) : [...selected, key]);
  return (
    <tr className={`${onRow ? "opens" : ""} ${current === key ? "current" : ""}`} onClick={onRow && ((event) => inside(event.target) || onRow(row))}>
      {onSelect && (
        <td className="pick"><input type="checkbox" aria-label={t("selectRow")} checked={selected.includes(key)} onChange={toggle} /></td>
      )}
      {shown.map((column, place) => (
        <td key={column.key} className={`${column.number ? "number" : ""} ${column.worse?.(row) ? "worse" : ""}`} style={barOf(column.bar?.(row), column.worse?.(row))}>
          {place === 0 && onRow ? <button type="button" className="plain" onClick={() => onRow(row)}>{column.render(row)}</button> : column.render(row)}
        </td>
      ))}
    </tr>
  );
}

function SelectAll<Row>({ rows, rowKey, selected = [], onSelect }: Props<Row>) {
  const t = useText(parts);
  const keys = rows.map(rowKey);
  const all = keys.length > 0 && keys.every((key) => selected.includes(key));
  return <input type="checkbox" aria-label={t("all")} checked={all} onChange={() => onSelect?.(all ? [] : keys)} />;
}

// A click on a link, a button or a box in the row is that thing's own.
function inside(target: EventTarget): boolean {
  return target instanceof Element && target.closest("a, button, input, label") !== null;
}

function barOf(share: number | undefined, worse: boolean | undefined) {
  if (share === undefined) return undefined;
  const end = `${Math.min(Math.max(share, 0), 1) * 100}%`;
  const colour = worse ? "var(--bar-worse)" : "var(--bar)";
  return { background: `linear-gradient(to right, ${colour} ${end}, transparent ${end}) no-repeat 0 5px / 100% 22px` };
}
