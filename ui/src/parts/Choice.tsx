import "./Choice.css";

interface Props<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  /** whyNot: an option that cannot be chosen, and the reason. */
  options: { value: T; label: string; whyNot?: string }[];
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
          <label key={option.value} className={option.value === value ? "chosen" : option.whyNot ? "barred" : ""} title={option.whyNot}>
            <input type="radio" className="hidden" disabled={Boolean(option.whyNot) && option.value !== value} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
