/** The saved template of a source: how its columns are read, to look at and to set right. */
import { useState } from "react";
import { type Mapping, type TableMapping, type Targets, useFields, useMapping, useSaveMapping } from "../../../api/intake";
import { useMay } from "../../../api/session";
import { Button } from "../../../parts/Button";
import { message } from "../../../parts/messages";
import { Side } from "../../../parts/Side";
import { Await } from "../../../parts/states";
import { type Column, DataTable } from "../../../parts/table";
import { useRefusal } from "../../../parts/useRefusal";
import { useLanguage, useText } from "../../../words";
import data from "../../../words/data";
import { isMoment, reorder, retarget } from "../mapping";
import { OrderSelect, TargetSelect } from "../TargetSelect";

export function Template({ source, onClose }: { source: string; onClose: () => void }) {
  const t = useText(data);
  const may = useMay();
  const refused = useRefusal();
  const saved = useMapping(source);
  const fields = useFields();
  const [edited, setEdited] = useState<Mapping | null>(null);
  const save = useSaveMapping(source);
  const writes = may("intake.write");
  const keep = () => edited && save.mutate(edited, { onSuccess: () => { setEdited(null); void message.success(t("templateSaved", { source })); }, onError: refused });
  return (
    <Side
      open
      onClose={onClose}
      title={t("templateOf", { source })}
      width={720}
      extra={writes && <Button type="primary" disabled={!edited} loading={save.isPending} onClick={keep}>{t("saveTemplate")}</Button>}
    >
      <div className="stack">
        <p className="note">{t("templateHint")}</p>
        <Await query={saved} height={320}>
          {(mapping) => (
            <Await query={fields} height={320}>
              {(targets) => <Tables mapping={edited ?? mapping} targets={targets} onChange={writes ? setEdited : undefined} />}
            </Await>
          )}
        </Await>
      </div>
    </Side>
  );
}

function Tables({ mapping, targets, onChange }: { mapping: Mapping; targets: Targets; onChange: ((mapping: Mapping) => void) | undefined }) {
  const t = useText(data);
  const columns = useColumns(mapping, targets, onChange);
  return mapping.tables.map((table) => (
    <section key={table.name} className="stack-8 data-template">
      {mapping.tables.length > 1 && <h2 className="strong">{t("table", { name: table.name })}</h2>}
      <DataTable label={t("table", { name: table.name })} rows={Object.keys(table.columns)} columns={columns(table)} rowKey={(column) => column} />
    </section>
  ));
}

function useColumns(mapping: Mapping, targets: Targets, onChange: ((mapping: Mapping) => void) | undefined) {
  const t = useText(data);
  const { say } = useLanguage();
  return (table: TableMapping): Column<string>[] => {
    const known = targets[table.fact] ?? [];
    const titled = (key: string | null | undefined) => (key ? say(known.find((target) => target.key === key)?.title) || key : t("keepExtra"));
    const target = (column: string) => table.columns[column] ?? null;
    return [
      { key: "column", title: t("column"), render: (column) => column },
      {
        key: "target",
        title: t("takenFor"),
        render: (column) =>
          onChange ? <TargetSelect label={`${t("takenFor")} ${column}`} value={target(column)} targets={known} onChange={(to) => onChange(retarget(mapping, table.name, column, to))} /> : titled(target(column)),
      },
      {
        key: "order",
        title: t("dateOrder"),
        render: (column) =>
          isMoment(known, target(column)) &&
          (onChange ? <OrderSelect label={`${t("dateOrder")} ${column}`} value={table.formats[column] ?? ""} onChange={(order) => onChange(reorder(mapping, table.name, column, order))} /> : (table.formats[column] ?? t("orderFound"))),
      },
    ];
  };
}
