/** How well a name answers what was typed: as it is written, or by its pinyin, whole or initials. */

/** Where the letters of a pinyin query stand in a Chinese text; null where they do not. */
export type Spell = (text: string, query: string) => number[] | null;

/** What can be found by name. */
export interface Named {
  /** What it is called, in both languages, and its key. */
  names: string[];
  /** Longer names, found as they are written only: by initials they would answer to everything. */
  written?: string[];
  /** What people call it besides. */
  also?: string[];
}

export interface Match {
  /** The smaller, the better. */
  rank: number;
  /** The name that it goes by besides, where that is what was typed. */
  by: string | null;
}

// Each is a whole better than the next.
const EXACT = 0;
const START = 1;
const WORD = 2;
const INSIDE = 3;
const SPELLED_WHOLE = 4;
const SPELLED_START = 5;
const SPELLED_INSIDE = 6;
/** What is only a by-name stands below a name that is met as well. */
const BY_NAME = 0.5;

const HAN = /\p{Script=Han}/u;

/** As it is compared: one width, one case, no space around. */
export const plain = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

export function match({ names, written = [], also = [] }: Named, typed: string, spell: Spell | null): Match | null {
  const query = plain(typed);
  const ranked = [
    ...names.map((name) => ({ rank: rankOf(name, query, spell), by: null })),
    ...written.map((name) => ({ rank: rankOf(name, query, null), by: null })),
    ...also.map((name) => ({ rank: (rankOf(name, query, spell) ?? Infinity) + BY_NAME, by: name })),
  ];
  const [first] = ranked.flatMap(({ rank, by }) => (rank !== null && rank < Infinity ? [{ rank, by }] : [])).toSorted((a, b) => a.rank - b.rank);
  return first ?? null;
}

function rankOf(name: string, query: string, spell: Spell | null): number | null {
  const text = plain(name);
  const at = text.indexOf(query);
  if (text === query) return EXACT;
  if (at === 0) return START;
  if (at > 0) return /[^\p{L}\p{N}]/u.test(text.charAt(at - 1)) ? WORD : INSIDE;
  return spell && HAN.test(text) ? spelledRank(text, query, spell) : null;
}

function spelledRank(text: string, query: string, spell: Spell): number | null {
  // An input method parts syllables while they are being composed: gong'dan.
  const letters = query.replaceAll(/['’\s]/g, "");
  if (!/^[a-z0-9]+$/.test(letters) || !/[a-z]/.test(letters)) return null;
  const found = spell(text, letters) ?? spell(text, letters.replaceAll(/([ln])u(?![aeino])/g, "$1v"));
  if (!found) return null;
  if (found[0] !== 0) return SPELLED_INSIDE;
  return found.length === [...text].length ? SPELLED_WHOLE : SPELLED_START;
}

/** The ones that answer, the best first; among equals in the order given. */
export function best<Entry extends Named>(entries: Entry[], query: string, spell: Spell | null, limit: number): (Entry & Match)[] {
  return entries
    .flatMap((entry) => {
      const found = match(entry, query, spell);
      return found ? [{ ...entry, ...found }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit);
}
