import { useEffect, useRef } from "react";
import { useText } from "../../words";
import palette from "../../words/palette";
import shell from "../../words/shell";
import { type Found, isKind, type Section } from "./entries";

interface Props {
  id: string;
  sections: Section[];
  active: Found | undefined;
  typed: string;
  /** More may come. */
  busy: boolean;
  onPoint: (entry: Found) => void;
  onOpen: (entry: Found) => void;
}

export const optionId = ({ kind, id }: Found): string => `palette-${kind}-${encodeURIComponent(id)}`;

/** What was found, under the name of its kind; before anything is typed, all pages under what one does there. */
export function Results({ id, sections, active, typed, busy, onPoint, onOpen }: Props) {
  const t = useText(palette);
  const group = useText(shell);
  const none = typed !== "" && sections.every(({ key }) => key === "search");
  return (
    <div className="palette-results">
      {none && <p className="palette-none secondary">{busy ? t("looking") : t("none", { query: typed })}</p>}
      <div role="listbox" id={id} aria-label={t("results")}>
        {sections.map(({ key, entries }) => (
          <div key={key} role="group" aria-labelledby={`palette-of-${key}`}>
            <p id={`palette-of-${key}`} className="palette-kind note" role="presentation">{isKind(key) ? t(key) : group(key)}</p>
            {entries.map((entry) => <Option key={entry.id} entry={entry} active={entry === active} onPoint={() => onPoint(entry)} onOpen={() => onOpen(entry)} />)}
          </div>
        ))}
      </div>
    </div>
  );
}

function Option({ entry, active, onPoint, onOpen }: { entry: Found; active: boolean; onPoint: () => void; onOpen: () => void }) {
  const t = useText(palette);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) place.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // The keys are the line's, where the focus stays.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div ref={place} id={optionId(entry)} role="option" tabIndex={-1} aria-selected={active} className="palette-option" onPointerMove={active ? undefined : onPoint} onMouseDown={(event) => event.preventDefault()} onClick={onOpen}>
      <span className="palette-title">{entry.title}{entry.by && <span className="note"> {t("also", { name: entry.by })}</span>}</span>
      {entry.note && <span className="note palette-note">{entry.note}</span>}
    </div>
  );
}
