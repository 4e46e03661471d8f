/** What was understood of a file, to be set right before anything is imported. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { dropUpload, type Mapping, type Preview, type PreviewTable, startImport, usePreview } from "../../../api/intake";
import { Button } from "../../../parts/Button";
import { message } from "../../../parts/messages";
import { Await } from "../../../parts/states";
import { Tabs } from "../../../parts/Tabs";
import { useRefusal } from "../../../parts/useRefusal";
import { useLanguage, useText } from "../../../words";
import data from "../../../words/data";
import { holder, mappingOf, refact, reorder, retarget } from "../mapping";
import { SourceName } from "./SourceName";
import { TableCheck } from "./TableCheck";

interface Props {
  upload: string;
  source: string;
  /** What a person corrected; null while nothing was. */
  mapping: Mapping | null;
  onSource: (source: string) => void;
  onMapping: (mapping: Mapping | null) => void;
  onStart: (source: string, job: string) => void;
  onDrop: () => void;
}

export function Check(props: Props) {
  const t = useText(data);
  const { upload, source, mapping, onDrop } = props;
  const refused = useRefusal();
  const preview = usePreview(upload, source, mapping);
  const name = source || preview.data?.source || "";
  const start = useMutation({ mutationFn: () => startImport({ upload, source: name, mapping }), onSuccess: (job) => props.onStart(name, job.id), onError: refused });
  const leave = () => {
    // It would be tidied away by and by; if that fails now, nothing is lost.
    void dropUpload(upload).catch(() => undefined);
    onDrop();
  };
  // What a correction does is not known before it was looked at.
  const ready = !preview.isPlaceholderData && (preview.data?.tables.some((table) => table.importable) ?? false);
  return (
    <div className="stack">
      <Await query={preview} height={480}>
        {(shown) => (
          <div className="stack">
            <SourceName preview={shown} value={name} onChange={props.onSource} />
            <Tables preview={shown} mapping={mapping ?? mappingOf(shown)} onMapping={props.onMapping} />
          </div>
        )}
      </Await>
      <div className="row upload-acts">
        <Button type="primary" disabled={!ready || !name} loading={start.isPending} onClick={() => start.mutate()}>{t("startImport")}</Button>
        {mapping && <Button onClick={() => props.onMapping(null)}>{t("reset")}</Button>}
        <Button type="text" onClick={leave}>{t("otherFile")}</Button>
        {preview.data && !preview.isPlaceholderData && !ready && <span className="secondary">{t("cannotImport")}</span>}
      </div>
    </div>
  );
}

function Tables({ preview, mapping, onMapping }: { preview: Preview; mapping: Mapping; onMapping: (mapping: Mapping) => void }) {
  const t = useText(data);
  const [current, setCurrent] = useState("");
  const one = (table: PreviewTable) => <Table key={table.name} preview={preview} table={table} mapping={mapping} onMapping={onMapping} />;
  const [first] = preview.tables;
  if (!first || preview.tables.length === 1) return first && one(first);
  return <Tabs label={t("tablesIn")} current={current || first.name} onChange={setCurrent} tabs={preview.tables.map((table) => ({ key: table.name, label: table.name, body: one(table) }))} />;
}

function Table({ preview, table, mapping, onMapping }: { preview: Preview; table: PreviewTable; mapping: Mapping; onMapping: (mapping: Mapping) => void }) {
  const t = useText(data);
  const { say } = useLanguage();
  const own = mapping.tables.find(({ name }) => name === table.name) ?? { name: table.name, fact: table.fact, columns: {}, formats: {} };
  const targets = preview.targets[own.fact] ?? [];
  const take = (column: string, target: string | null) => {
    const before = holder(own, target);
    if (before && before !== column) void message.info(t("moved", { column: before, target: say(targets.find(({ key }) => key === target)?.title) }), 6);
    onMapping(retarget(mapping, table.name, column, target));
  };
  return (
    <TableCheck
      table={table}
      own={own}
      targets={preview.targets}
      onFact={(fact) => onMapping(refact(mapping, table.name, fact))}
      onTarget={take}
      onOrder={(column, order) => onMapping(reorder(mapping, table.name, column, order))}
    />
  );
}
