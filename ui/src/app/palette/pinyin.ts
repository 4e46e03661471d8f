/** The dictionary of pinyin comes when the palette is first opened; until then names are found as they are written. */
import { useEffect, useState } from "react";
import type { Spell } from "./matching";

let known: Spell | null = null;

export async function loadSpell(): Promise<Spell> {
  const { match } = await import("pinyin-pro");
  // Every syllable may be cut short (gzl, guzhl); what is matched stands together; ü is typed as v.
  known = (text, query) => match(text, query, { precision: "start", lastPrecision: "start", continuous: true, space: "ignore", v: true });
  return known;
}

/** `loading`: it may still come. */
export function useSpell(): { spell: Spell | null; loading: boolean } {
  const [found, setFound] = useState(() => ({ spell: known, loading: known === null }));
  const { loading } = found;
  useEffect(() => {
    if (!loading) return;
    let here = true;
    const end = (spell: Spell | null) => here && setFound({ spell, loading: false });
    // Without the dictionary the palette still finds what is written.
    loadSpell().then(end, () => end(null));
    return () => { here = false; };
  }, [loading]);
  return found;
}
