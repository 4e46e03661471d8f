import { describe, expect, it } from "vitest";
import type { Edge, Step } from "../../api/process";
import { HEIGHT, idOf, mostOf, place, smooth } from "./layout";

const edge = (source: string, target: string, n: number): Edge => ({ source, target, n, hours: n, mean_hours: 1, worked_hours: 0, share: 0, open_share: null });
const step = (name: string): Step => ({ name, title: { zh: name, en: name }, n: 1, tickets: 1, rework: 0, starts: 0, ends: 0, after_resolution: false });

describe("the map", () => {
  const edges = [edge("a", "b", 90), edge("b", "c", 80), edge("b", "b", 20), edge("c", "a", 5), edge("a", "c", 4)];

  it("leaves rare edges out, but no step without an edge in and out", () => {
    expect(mostOf(edges, 0.8).map(idOf)).toEqual(["a\nb", "b\nc", "c\na"]);
    expect(mostOf(edges, 1)).toHaveLength(edges.length);
  });

  it("puts what follows below what it follows", () => {
    const placed = place(["a", "b", "c"].map(step), edges.slice(0, 2));
    const [a, b, c] = ["a", "b", "c"].map((name) => placed.steps.get(name)?.y ?? Number.NaN);
    expect(a! + HEIGHT).toBeLessThan(b!);
    expect(b! + HEIGHT).toBeLessThan(c!);
  });

  it("draws an edge from one step to the next, and a step that follows itself beside it", () => {
    const placed = place(["a", "b"].map(step), [edge("a", "b", 1), edge("b", "b", 1)]);
    const line = placed.edges.get("a\nb")!;
    expect(line.points.length).toBeGreaterThan(1);
    expect(line.points[0]!.y).toBeLessThan(line.points.at(-1)!.y);
    const loop = placed.edges.get("b\nb")!;
    expect(loop.label.x).toBeGreaterThan(placed.steps.get("b")!.x);
  });

  it("runs smoothly through points to the last one", () => {
    expect(smooth([{ x: 0, y: 0 }, { x: 0, y: 10 }])).toBe("M0,0 L0,10");
    expect(smooth([{ x: 0, y: 0 }, { x: 5, y: 5 }, { x: 0, y: 10 }])).toBe("M0,0 Q5,5 0,10");
    expect(smooth([])).toBe("");
  });
});
