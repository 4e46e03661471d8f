/** What one column was taken for, how surely and why; and the lists to set that right. */
import type { PreviewColumn, PreviewTable, TableMapping, Target } from "../../../api/intake";
import { percent } from "../../../format";
import { useLanguage, useText } from "../../../words";
import data from "../../../words/data";
import { isMoment } from "../mapping";
import { OrderSelect, TargetSelect } from "../TargetSelect";

/** Below this a person should look twice. */
const SURE = 0.75;

export interface Corrections {
  onTarget: (column: string, target: string | null) => void;
  onOrder: (column: string, order: string) => void;
}

export interface MatchProps extends Corrections {
  table: PreviewTable;
  own: TableMapping;
  targets: Target[];
}

export function Match({ column, table, own, targets, onTarget, onOrder }: MatchProps & { column: PreviewColumn }) {
  const t = useText(data);
  const { language } = useLanguage();
  const name = column.column;
  const target = name in own.columns ? (own.columns[name] ?? null) : column.target;
  const ambiguous = table.notes.some((note) => note.rule === "ambiguous_dates" && note.column === name);
  const colon = language === "zh" ? "：" : ": ";
  return (
    <>
      <TargetSelect label={`${t("takenFor")}${colon}${name}`} value={target} targets={targets} onChange={(to) => onTarget(name, to)} />
      <Why column={column} target={target} />
      {isMoment(targets, target) && (
        <div className={ambiguous ? "upload-ambiguous" : ""}>
          <OrderSelect label={`${t("dateOrder")}${colon}${name}`} value={own.formats[name] ?? ""} onChange={(order) => onOrder(name, order)} />
        </div>
      )}
    </>
  );
}

function Why({ column, target }: { column: PreviewColumn; target: string | null }) {
  const t = useText(data);
  const { say } = useLanguage();
  if (target === null) return <p className="note upload-why">{t("extra")}</p>;
  if (target !== column.target) return <p className="note upload-why">{t("chosen")}</p>;
  const why = say(column.why);
  return (
    <p className="note upload-why lines-2" title={why}>
      {column.confidence < SURE && <span className="strong">{t("check")} · </span>}
      {/* What a person or a template says is no guess. */}
      {column.confidence < 1 && `${t("sure", { share: percent(column.confidence) })} · `}{why}
    </p>
  );
}

export function Samples({ column }: { column: PreviewColumn }) {
  const t = useText(data);
  if (!column.samples.length) return null;
  return <p className="note upload-samples" title={column.samples.join("\n")}>{t("samples")} {column.samples.map((text) => text.trim()).join(" · ")}</p>;
}
