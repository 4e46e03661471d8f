import { type FormEvent, useId, useState } from "react";
import { type Fault, type FaultType, type Taxonomy, useSaveTaxonomy } from "../../api/settings";
import { Button } from "../../parts/Button";
import { Select } from "../../parts/library/Select";
import { useText } from "../../words";
import words from "../../words/settings";
import { useOutcome } from "./useOutcome";

const SEVERITIES = ["致命", "严重", "一般", "建议"];

export function FaultForm({ taxonomy, type, fault, done }: { taxonomy: Taxonomy; type: FaultType; fault: Fault; done: () => void }) {
  const t = useText(words);
  const outcome = useOutcome();
  const id = useId();
  const save = useSaveTaxonomy();
  const [severity, setSeverity] = useState(fault.severity);
  const [listed, setListed] = useState(fault.words.join("\n"));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const edited = { ...fault, severity, words: listed.split("\n").map((word) => word.trim()).filter(Boolean) };
    const { onSuccess, onError } = outcome(t("taxonomySaved", { version: taxonomy.version + 1 }));
    save.mutate(replaced(taxonomy, type, edited), { onError, onSuccess: () => { onSuccess(); done(); } });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="field">
        <span className="note">{t("severity")}</span>
        <Select aria-label={t("severity")} value={severity} onChange={setSeverity} options={SEVERITIES.map((value) => ({ value, label: value }))} />
      </div>
      <div className="field">
        <label className="note" htmlFor={id}>{t("wordsOf")} · {t("wordsHint")}</label>
        <textarea id={id} rows={16} value={listed} onChange={(event) => setListed(event.target.value)} />
      </div>
      <div><Button type="primary" htmlType="submit" loading={save.isPending}>{t("saveTaxonomy")}</Button></div>
    </form>
  );
}

/** The taxonomy with one fault in place of the one of the same key. */
export function replaced(taxonomy: Taxonomy, type: FaultType, edited: Fault): Taxonomy {
  const faults = type.faults.map((one) => (one.key === edited.key ? edited : one));
  return { ...taxonomy, types: taxonomy.types.map((one) => (one.key === type.key ? { ...one, faults } : one)) };
}
