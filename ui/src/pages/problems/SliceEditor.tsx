/** A slice: dimensions with their values, as far as the metric can be cut by them. */
import { CloseOutlined } from "@ant-design/icons";
import { useState } from "react";
import type { Slice } from "../../api/problems";
import { useDimensions, useMetrics, useValues } from "../../api/questions";
import { count } from "../../format";
import { Button } from "../../parts/Button";
import { useDimensionName } from "../../parts/filter";
import { Select } from "../../parts/library/Select";
import { useText } from "../../words";
import problems from "../../words/problems";

interface Props {
  label: string;
  metric: string;
  value: Slice;
  onChange: (slice: Slice) => void;
  hint?: string;
}

export function SliceEditor({ label, metric, value, onChange, hint }: Props) {
  const t = useText(problems);
  const title = useDimensionName();
  const dimensions = useCuts(metric);
  const without = (key: string) => Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
  return (
    <fieldset className="problems-slice">
      <legend className="note">{label}</legend>
      {Object.entries(value).map(([key, values]) => (
        <div key={key} className="problems-slice-line">
          <span className="secondary">{title(key)}</span>
          <Values dimension={key} label={title(key)} values={values} onChange={(next) => onChange({ ...value, [key]: next })} />
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t("removeDimension", { what: title(key) })} onClick={() => onChange(without(key))} />
        </div>
      ))}
      <Select
        aria-label={t("addDimension")} placeholder={t("addDimension")} value={null} popupMatchSelectWidth={false} showSearch={{ optionFilterProp: "label" }}
        onChange={(key: string | null) => key && onChange({ ...value, [key]: [] })}
        options={dimensions.filter(({ key }) => !(key in value)).map(({ key }) => ({ value: key, label: title(key) }))}
      />
      {hint && <p className="note">{hint}</p>}
    </fieldset>
  );
}

function Values({ dimension, label, values, onChange }: { dimension: string; label: string; values: string[]; onChange: (values: string[]) => void }) {
  const [search, setSearch] = useState("");
  const { data = [], isFetching } = useValues(dimension, search);
  return (
    <Select
      mode="multiple" aria-label={label} value={values} onChange={onChange} loading={isFetching} maxTagCount="responsive"
      showSearch={{ filterOption: false, onSearch: setSearch }}
      options={data.flatMap((one) => (one.value ? [{ value: one.value, label: `${one.value} (${count(one.n)})` }] : []))}
      labelRender={({ value }) => value}
    />
  );
}

/** Columns that a source brought along. Metrics do not list them; the server says where one does not fit. */
const BROUGHT = "extra.";

/** The dimensions that a metric can be filtered by, without those of time. */
function useCuts(metric: string) {
  const { data: dimensions = [] } = useDimensions();
  const { data: metrics = [] } = useMetrics();
  const cuts = metrics.find(({ key }) => key === metric)?.cuts;
  return dimensions.filter(({ key, kind }) => kind !== "time" && (!cuts || cuts.includes(key) || key.startsWith(BROUGHT)));
}

/** A slice without the dimensions that have no values yet. */
export const complete = (slice: Slice): Slice => Object.fromEntries(Object.entries(slice).filter(([, values]) => values.length > 0));
