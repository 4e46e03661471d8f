/** Words to look for; asked when a person stops typing. */
import { SearchOutlined } from "@ant-design/icons";
import { useEffect, useState } from "react";
import { useText } from "../../words";
import tickets from "../../words/tickets";

const PAUSE = 400;

export function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useText(tickets);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
    // Only typing starts the clock.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [typed]);
  return (
    <div className="tickets-search" role="search">
      <SearchOutlined aria-hidden="true" />
      <input type="search" aria-label={t("search")} placeholder={t("search")} value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={(event) => event.key === "Enter" && onChange(typed.trim())} />
    </div>
  );
}
