/** Choose a dimension, then its values. Loaded when it is opened. */
import { useState } from "react";
import { useDimensions, useValues } from "../../api/questions";
import { count } from "../../format";
import { useLanguage, useText } from "../../words";
import parts from "../../words/parts";
import { Button } from "../Button";
import { Choice } from "../Choice";
import { Select } from "../library/Select";

const FIRST = ["product_line", "product", "model", "province", "channel", "kind", "category", "fault"];

export default function AddFilterForm({ done }: { done: (text: string) => void }) {
  const t = useText(parts);
  const { say } = useLanguage();
  const { data: dimensions = [] } = useDimensions();
  const [key, setKey] = useState("product_line");
  const [op, setOp] = useState<"=" | "!=">("=");
  const [values, setValues] = useState<string[]>([]);
  const usable = dimensions.filter((one) => one.kind !== "time").toSorted((a, b) => place(a.key) - place(b.key));
  return (
    <div className="add-filter stack-8">
      <Select
        aria-label={t("dimension")}
        showSearch={{ optionFilterProp: "label" }}
        value={key}
        onChange={(value: string) => { setKey(value); setValues([]); }}
        options={usable.map((one) => ({ value: one.key, label: say(one.title) }))}
      />
      <Choice bare label={t("filters")} value={op} onChange={setOp} options={[{ value: "=", label: t("is") }, { value: "!=", label: t("isNot") }]} />
      <Values key={key} dimension={key} values={values} onChange={setValues} />
      <Button type="primary" disabled={!values.length} onClick={() => done(`${key}${op}${values.join(",")}`)}>{t("apply")}</Button>
    </div>
  );
}

function Values({ dimension, values, onChange }: { dimension: string; values: string[]; onChange: (values: string[]) => void }) {
  const t = useText(parts);
  const [search, setSearch] = useState("");
  const { data = [], isFetching } = useValues(dimension, search);
  return (
    <Select
      mode="multiple"
      aria-label={t("values")}
      placeholder={t("values")}
      value={values}
      onChange={onChange}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      options={data.map((one) => ({ value: one.value ?? "", label: `${one.value ?? t("unknown")} (${count(one.n)})` }))}
    />
  );
}

function place(key: string): number {
  const found = FIRST.indexOf(key);
  return found < 0 ? FIRST.length : found;
}
