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

export function useSpell(): Spell | null {
  const [spell, setSpell] = useState<Spell | null>(() => known);
  useEffect(() => {
    if (spell) return;
    let here = true;
    // Without the dictionary the palette still finds what is written.
    loadSpell().then((loaded) => here && setSpell(() => loaded), () => undefined);
    return () => { here = false; };
  }, [spell]);
  return spell;
}
