import "./Native.css";

interface Props<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: { value: T; label: string }[];
}

/** One of a short list. The browser's own: right on a phone, and it weighs nothing on the first page. */
export function Native<T extends string>({ label, value, onChange, options }: Props<T>) {
  return (
    <select className="native" aria-label={label} value={value} onChange={(event) => onChange(event.target.value as T)}>
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </select>
  );
}
