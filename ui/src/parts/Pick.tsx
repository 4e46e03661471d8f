import "./Pick.css";

interface Props<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: { value: T; label: string }[];
}

/** One of a short list. The browser's own: right on a phone, and it weighs nothing on the first page. */
export function Pick<T extends string>({ label, value, onChange, options }: Props<T>) {
  return (
    <select className="pick-one" aria-label={label} value={value} onChange={(event) => onChange(event.target.value as T)}>
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </select>
  );
}
