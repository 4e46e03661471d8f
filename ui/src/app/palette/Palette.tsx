/** Where to? One line to type in, and what answers to it. The browser's own dialog holds the focus and gives it back. */
import { CloseOutlined, SearchOutlined } from "@ant-design/icons";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useText } from "../../words";
import palette from "../../words/palette";
import { byGroup, byKind, type Found } from "./entries";
import { isComposing } from "./keys";
import { optionId, Results } from "./Results";
import { useFound } from "./useFound";
import "./palette.css";

const LIST = "palette-results";

export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useText(palette);
  const go = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [entered, setEntered] = useState(false);
  const { found, busy } = useFound(typed);
  const sections = typed.trim() ? byKind(found) : byGroup(found);
  const list = sections.flatMap(({ entries }) => entries);
  // Until a person chooses, the best is chosen; what comes in late does not take the choice away.
  const active = list.find((one) => keyOf(one) === chosen) ?? list[0];
  // It puts the focus on the line itself, and remembers where that was before.
  useEffect(() => dialog.current?.showModal(), []);

  const close = () => dialog.current?.close();
  const open = (entry: Found) => {
    close();
    void go(entry.to);
  };
  // Who is quicker than the search means what it will find, and not the full texts that are always there.
  const enter = () => (busy && chosen === null && (!active || active.kind === "search") ? setEntered(true) : active && open(active));
  const target = active?.to;
  useEffect(() => {
    if (!entered || busy || target === undefined) return;
    dialog.current?.close();
    void go(target);
  }, [entered, busy, target, go]);
  const step = (by: number) => {
    const next = list[(list.findIndex((one) => one === active) + by + list.length) % list.length];
    if (next) setChosen(keyOf(next));
  };
  const act: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: enter,
    Escape: close,
  };
  const pressed = (event: KeyboardEvent) => {
    const composing = isComposing(event.nativeEvent);
    // Nothing behind may take a key for its own: a panel would close with the palette.
    event.stopPropagation();
    if (event.key === "Escape" && composing) event.preventDefault();
    if (event.key === "Tab") keepFocus(event);
    const does = act[event.key];
    if (composing || !does || (event.key === "Enter" && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    does();
  };
  return (
    // A dialog takes the keys of all that is in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog ref={dialog} className="palette" aria-label={t("title")} onClose={onClose} onKeyDown={pressed} onClick={(event) => isOutside(event) && close()}>
      <div className="palette-line">
        <SearchOutlined aria-hidden="true" />
        <input
          role="combobox"
          aria-label={t("placeholder")}
          aria-expanded={list.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(active)}
          placeholder={t("placeholder")}
          value={typed}
          onChange={(event) => { setTyped(event.target.value); setChosen(null); setEntered(false); }}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
        />
        <button type="button" className="button button-text button-icon" aria-label={t("close")} onClick={close}><CloseOutlined /></button>
      </div>
      <Results id={LIST} sections={sections} active={active} typed={typed.trim()} busy={busy} onPoint={(entry) => setChosen(keyOf(entry))} onOpen={open} />
      <footer className="palette-keys note" aria-hidden="true">
        <span><kbd>↑</kbd><kbd>↓</kbd> {t("keyMove")}</span><span><kbd>↵</kbd> {t("keyGo")}</span><span><kbd>Esc</kbd> {t("keyClose")}</span>
      </footer>
      <p className="hidden" role="status">{typed.trim() && (busy ? t("looking") : t("found", { n: list.length }))}</p>
    </dialog>
  );
}

const keyOf = ({ kind, id }: Found): string => `${kind} ${id}`;

/** A click beside the window: only the dialog's own edge and its backdrop are the dialog itself. */
const isOutside = (event: MouseEvent<HTMLDialogElement>): boolean => event.target === event.currentTarget;

/** Tab goes round within. */
function keepFocus(event: KeyboardEvent): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, button")].filter((stop) => stop.offsetParent !== null);
  const at = stops.findIndex((stop) => stop === document.activeElement);
  event.preventDefault();
  stops[(at + (event.shiftKey ? -1 : 1) + stops.length) % stops.length]?.focus();
}
