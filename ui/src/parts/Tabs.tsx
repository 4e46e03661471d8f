import { useRef, type KeyboardEvent, type ReactNode } from "react";
import "./Tabs.css";

export interface Tab {
  key: string;
  label: string;
  body: ReactNode;
}

/** A few views of one page, one at a time. Arrow keys go from one to the next. */
export function Tabs({ label, tabs, current, onChange }: { label: string; tabs: Tab[]; current: string; onChange: (key: string) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.find((tab) => tab.key === current) ?? tabs[0];
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || !shown) return;
    const next = (tabs.indexOf(shown) + by + tabs.length) % tabs.length;
    onChange(tabs[next]?.key ?? "");
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} className="tabs" ref={list} tabIndex={-1} onKeyDown={step}>
        {tabs.map((tab) => (
          <button key={tab.key} type="button" role="tab" id={`tab-${tab.key}`} aria-selected={tab === shown} aria-controls={`panel-${tab.key}`} tabIndex={tab === shown ? 0 : -1} onClick={() => onChange(tab.key)}>
            {tab.label}
          </button>
        ))}
      </div>
      {shown && <div role="tabpanel" id={`panel-${shown.key}`} aria-labelledby={`tab-${shown.key}`}>{shown.body}</div>}
    </>
  );
}
