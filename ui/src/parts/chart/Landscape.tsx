/** Topics as bubbles: the size is their tickets, what is alike lies near, what grows is marked in words. */
import { count, times } from "../../format";
import type { ChartProps } from "./props";
import { useNarrow } from "../useNarrow";
import { useChartTheme } from "./theme";

/** Of a desk, and of a phone, where the picture stands upright: what lay across goes up. */
const DESK = { wide: 1000, tall: 600, letter: 18, letters: 7 };
const PHONE = { wide: 600, tall: 1000, letter: 24, letters: 5 };
const LARGEST = 68;
/** So far from the edge is the middle of any bubble: with its line, the largest is whole. */
const EDGE = LARGEST + 2;
/** Bubbles smaller than this are named by their title only, unless they grow. */
const NAMED = 34;

export function Landscape({ spec, onPick }: ChartProps) {
  const theme = useChartTheme();
  const narrow = useNarrow();
  const { wide, tall, letter, letters } = narrow ? PHONE : DESK;
  const column = (key: string) => spec.series.find((series) => series.key === key)?.values ?? [];
  const [across, up, sizes, growth] = [column(narrow ? "y" : "x"), column(narrow ? "x" : "y"), column("tickets"), column("growth")];
  const most = Math.max(...sizes.map((size) => size ?? 0), 1);
  const bubbles = spec.x.map((name, i) => ({
    name,
    x: EDGE + (across[i] ?? 0.5) * (wide - 2 * EDGE),
    y: EDGE + (1 - (up[i] ?? 0.5)) * (tall - 2 * EDGE),
    radius: Math.max(LARGEST * Math.sqrt((sizes[i] ?? 0) / most), 5),
    size: sizes[i] ?? 0,
    grown: (growth[i] ?? 0) > 1,
    figure: (growth[i] ?? 0) > 1 ? `▲ ${times(growth[i], theme.language)}` : count(sizes[i] ?? 0),
    words: short(name, letters),
    // A Chinese letter is as wide as it is high; below the name stands a figure of about four.
    width: (Math.max(short(name, letters).length, 4) + 0.5) * letter,
  }));
  const named = legible(bubbles.filter((one) => one.radius >= NAMED || one.grown), 2.6 * letter);
  return (
    <svg className="landscape" viewBox={`0 0 ${wide} ${tall}`} role="group" aria-label={theme.say(spec.title)} style={{ fontSize: letter }}>
      {bubbles.map(({ name, x, y, radius, size, figure, grown }) => {
        const label = `${name} ${count(size)}${grown ? ` ${figure}` : ""}`;
        return (
          <g key={name} transform={`translate(${x} ${y})`} role="button" tabIndex={0} aria-label={label} onClick={() => onPick?.(name)} onKeyDown={(event) => event.key === "Enter" && onPick?.(name)}>
            <title>{label}</title>
            <circle r={radius} className={grown ? "grown" : ""} />
          </g>
        );
      })}
      {/* After all bubbles, so that none lies over the words of another. */}
      {bubbles.filter((one) => named.has(one.name)).map(({ name, x, y, words, width, figure, grown }) => (
        // At the edge the words stand beside the middle, so that they are whole.
        <g key={name} className="words" aria-hidden="true" transform={`translate(${Math.min(Math.max(x, width / 2), wide - width / 2)} ${y})`}>
          <text dy="-0.1em">{words}</text>
          <text dy="1.2em" className={grown ? "worse" : "number"}>{figure}</text>
        </g>
      ))}
    </svg>
  );
}

interface Words {
  name: string;
  x: number;
  y: number;
  size: number;
  grown: boolean;
  width: number;
}

/** What grows is named before what is no more than so many times as large. */
const GROWN = 3;

/** The names of the bubbles whose words have room: the larger ones first, and what grows; none over the words of another. */
export function legible(bubbles: Words[], tall: number): Set<string> {
  const kept: Words[] = [];
  const weight = (one: Words) => (one.grown ? GROWN : 1) * one.size;
  for (const one of bubbles.toSorted((a, b) => weight(b) - weight(a))) {
    if (kept.every((other) => Math.abs(one.x - other.x) >= (one.width + other.width) / 2 || Math.abs(one.y - other.y) >= tall)) kept.push(one);
  }
  return new Set(kept.map((one) => one.name));
}

/** The first phrase of a name, without the product line before it, as far as there is room. */
export function short(name: string, letters: number): string {
  const phrase = (name.split("、", 1)[0] ?? "").replace(/^\P{ASCII}+ (?=.)/u, "");
  return phrase.length > letters ? `${phrase.slice(0, letters)}…` : phrase;
}
