import "./Choice.css";

interface Props<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: { value: T; label: string }[];
  /** Leave the label to screen readers. */
  bare?: boolean;
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ label, value, onChange, options, bare }: Props<T>) {
  return (
    <fieldset className="choice">
      <legend className={bare ? "hidden" : "note"}>{label}</legend>
      <div className="choice-set">
        {options.map((option) => (
          <label key={option.value} className={option.value === value ? "chosen" : ""}>
            <input type="radio" className="hidden" checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
