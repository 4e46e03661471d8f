/** Where steps and edges lie: layers from the top, by dagre; edges run along the points that it gives. */
import { Graph, layout } from "@dagrejs/dagre";
import type { Edge, Step } from "../../api/process";

export interface Point {
  x: number;
  y: number;
}

export interface Placed {
  /** Upper left corners of steps. */
  steps: Map<string, Point>;
  /** The points of each edge and the place of its label, by `idOf`. */
  edges: Map<string, { points: Point[]; label: Point }>;
}

export const WIDTH = 136;
export const HEIGHT = 48;
const LABEL = { width: 72, height: 20, labelpos: "c" } as const;

export const idOf = ({ source, target }: { source: string; target: string }): string => `${source}\n${target}`;

export function place(steps: Step[], edges: Edge[]): Placed {
  const graph = new Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 40, ranksep: 44, edgesep: 16, marginx: 8, marginy: 8 });
  for (const { name } of steps) graph.setNode(name, { width: WIDTH, height: HEIGHT });
  for (const edge of edges) graph.setEdge(edge.source, edge.target, { ...LABEL, weight: edge.n });
  layout(graph);
  return {
    steps: new Map(steps.map(({ name }) => [name, corner(graph.node(name))])),
    edges: new Map(edges.map((edge) => [idOf(edge), edge.source === edge.target ? around(graph.node(edge.source)) : along(graph.edge(edge.source, edge.target))])),
  };
}

const corner = ({ x, y }: Point): Point => ({ x: x - WIDTH / 2, y: y - HEIGHT / 2 });

const along = ({ points, x, y }: { points: Point[]; x: number; y: number }) => ({ points, label: { x, y } });

/** A step that follows itself: out at its right side and in again. */
function around({ x, y }: Point) {
  const [side, out] = [x + WIDTH / 2, x + WIDTH / 2 + 48];
  const points = [{ x: side, y: y - 14 }, { x: out, y: y - 14 }, { x: out, y: y + 14 }, { x: side, y: y + 14 }];
  return { points, label: { x: out - 8, y } };
}

/** A smooth line through points: quadratic pieces that meet half-way between them. */
export function smooth([first, ...rest]: Point[]): string {
  const last = rest.at(-1);
  if (!first || !last) return "";
  const pieces = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1] ?? last;
    const end = i === rest.length - 2 ? last : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${point.x},${point.y} ${end.x},${end.y}`;
  });
  return [`M${first.x},${first.y}`, ...(pieces.length ? pieces : [`L${last.x},${last.y}`])].join(" ");
}

/** Of edges, the most frequent first: those that make up a share of all moves, and the first into and out of each step. */
export function mostOf(edges: Edge[], share: number): Edge[] {
  const total = edges.reduce((sum, { n }) => sum + n, 0);
  const [left, reached] = [new Set<string>(), new Set<string>()];
  let sum = 0;
  return edges.filter((edge) => {
    const links = edge.source !== edge.target && (!left.has(edge.source) || !reached.has(edge.target));
    const wanted = sum < share * total || links;
    if (wanted && edge.source !== edge.target) {
      left.add(edge.source);
      reached.add(edge.target);
    }
    sum += edge.n;
    return wanted;
  });
}
