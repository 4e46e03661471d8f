/** The keys that open the palette. */
import { useEffect } from "react";

/** Keys belong to the input method while it composes; some browsers tell so by the code 229 alone. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

const EDITABLE = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]:not([contenteditable=false])";

const isEditable = (target: EventTarget | null): boolean => target instanceof Element && target.closest(EDITABLE) !== null;

/** ⌘K or Ctrl-K anywhere, `/` where nothing is being written. */
export function opens(event: KeyboardEvent): boolean {
  if (isComposing(event) || event.defaultPrevented || event.altKey) return false;
  const command = event.metaKey || event.ctrlKey;
  if (command) return !event.shiftKey && event.key.toLowerCase() === "k";
  return event.key === "/" && !isEditable(event.target);
}

/** As the reader's keyboard has it. */
export const KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘K" : "Ctrl K";

export function usePaletteKeys(open: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!opens(event)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [open]);
}
