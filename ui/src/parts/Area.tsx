import { useId } from "react";
import "./Field.css";

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  rows?: number;
  required?: boolean;
}

/** Several lines of text with their label. */
export function Area({ label, value, onChange, hint, rows = 3, required = false }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="note">{label}</label>
      <textarea id={id} rows={rows} value={value} required={required} onChange={(event) => onChange(event.target.value)} aria-describedby={hint ? `${id}-hint` : undefined} />
      {hint && <span id={`${id}-hint`} className="note">{hint}</span>}
    </div>
  );
}
