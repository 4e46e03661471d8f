/** Topics as bubbles: the size is their tickets, what is alike lies near, what grows is marked in words. */
import { count, times } from "../../format";
import type { ChartProps } from "./Chart";
import { useLook } from "./look";

const WIDE = 1000;
const TALL = 600;
const EDGE = 0.07;
const LARGEST = 68;
const LETTERS = 7;
/** Bubbles smaller than this are named by their title only. */
const NAMED = 34;

export function Landscape({ spec, onPick }: ChartProps) {
  const look = useLook();
  const column = (key: string) => spec.series.find((series) => series.key === key)?.values ?? [];
  const [xs, ys, sizes, growth] = [column("x"), column("y"), column("tickets"), column("growth")];
  const most = Math.max(...sizes.map((size) => size ?? 0), 1);
  const place = (share: number, whole: number) => (EDGE + share * (1 - 2 * EDGE)) * whole;
  return (
    <svg className="landscape" viewBox={`0 0 ${WIDE} ${TALL}`} role="group" aria-label={look.say(spec.title)}>
      {spec.x.map((name, i) => {
        const radius = Math.max(LARGEST * Math.sqrt((sizes[i] ?? 0) / most), 5);
        const grown = (growth[i] ?? 0) > 1;
        const told = `${name} ${count(sizes[i] ?? 0)}${grown ? ` ▲ ${times(growth[i], look.language)}` : ""}`;
        return (
          <g key={name} transform={`translate(${place(xs[i] ?? 0.5, WIDE)} ${place(1 - (ys[i] ?? 0.5), TALL)})`} role="button" tabIndex={0} aria-label={told} onClick={() => onPick?.(name)} onKeyDown={(event) => event.key === "Enter" && onPick?.(name)}>
            <title>{told}</title>
            <circle r={radius} className={grown ? "grown" : ""} />
            {radius >= NAMED && <text dy="-0.1em">{name.length > LETTERS ? `${name.slice(0, LETTERS)}…` : name}</text>}
            {radius >= NAMED && <text dy="1.2em" className={grown ? "worse" : "number"}>{grown ? `▲ ${times(growth[i], look.language)}` : count(sizes[i] ?? 0)}</text>}
          </g>
        );
      })}
    </svg>
  );
}
