/** Where the words that decided a label stand in a customer's text. The text itself is never altered. */

export interface Piece {
  text: string;
  hit: boolean;
}

/** The words of a rule's reason: 闪退、打不开+应用. Words joined by + had to stand together. */
export const wordsOf = (why: string | null): string[] => (why && !why.startsWith("{") ? why.split(/[、+]/).map((word) => word.trim()).filter(Boolean) : []);

/** The text in pieces, those with a word marked. Capital letters do not matter; marks that touch are one. */
export function marked(text: string, words: string[]): Piece[] {
  const lower = text.toLowerCase();
  // Some letters change length with their case; then places would be wrong, and nothing is marked.
  if (lower.length !== text.length) return [{ text, hit: false }];
  const hit = Array.from<boolean>({ length: text.length }).fill(false);
  for (const word of words.filter(Boolean).map((one) => one.toLowerCase())) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) hit.fill(true, at, at + word.length);
  }
  const pieces: Piece[] = [];
  for (let from = 0, to = 0; from < text.length; from = to) {
    while (to < text.length && hit[to] === hit[from]) to += 1;
    pieces.push({ text: text.slice(from, to), hit: hit[from] === true });
  }
  return pieces;
}
