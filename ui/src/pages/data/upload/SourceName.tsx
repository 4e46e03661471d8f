/** Which channel a file comes from: suggested, and completed from those that are known. */
import { useId, useState } from "react";
import { type Preview, useSources } from "../../../api/intake";
import { Field } from "../../../parts/Field";
import { useText } from "../../../words";
import data from "../../../words/data";

export function SourceName({ preview, value, onChange }: { preview: Preview; value: string; onChange: (source: string) => void }) {
  const t = useText(data);
  const list = useId();
  const { data: known = [] } = useSources();
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (name: string) => {
    setTyped(null);
    if (name.trim() && name.trim() !== value) onChange(name.trim());
  };
  const type = (name: string) => (known.some(({ source }) => source === name) ? commit(name) : setTyped(name));
  return (
    <div className="upload-source">
      <p className="strong upload-file">{preview.name}</p>
      <Field
        label={t("sourceName")}
        value={typed ?? value}
        onChange={type}
        hint={t(preview.has_template ? "sourceKnown" : "sourceHint")}
        list={list}
        maxLength={80}
        onBlur={() => typed !== null && commit(typed)}
        onKeyDown={(event) => event.key === "Enter" && typed !== null && commit(typed)}
      />
      <datalist id={list}>{known.map(({ source }) => <option key={source} value={source} />)}</datalist>
    </div>
  );
}
