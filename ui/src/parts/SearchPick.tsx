import { useId } from "react";
import "./Field.css";
import { Select } from "./library/Select";

interface Props {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  options: { value: string; label: string }[];
  hint?: string | undefined;
  /** What stands there while nothing is chosen; then nothing may be chosen again. */
  none?: string;
  loading?: boolean;
}

/** One of many, found by typing. */
export function SearchPick({ label, value, onChange, options, hint, none, loading = false }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="note">{label}</label>
      <Select
        id={id}
        value={value}
        onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
        options={options}
        placeholder={none}
        allowClear={none !== undefined}
        loading={loading}
        showSearch={{ optionFilterProp: "label" }}
      />
      {hint && <span className="note">{hint}</span>}
    </div>
  );
}
