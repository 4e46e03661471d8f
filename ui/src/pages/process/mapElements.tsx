/** A step and an edge of the map. */
import { type Edge, EdgeLabelRenderer, type EdgeProps, Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import type { Edge as Hop } from "../../api/process";
import { type Point, smooth } from "./layout";

export type StepNode = Node<{ title: string; n: string; ends: number }, "step">;
export type HopLine = Edge<{ edge: Hop; points: Point[]; label: Point; text: string; width: number; dark: boolean }, "hop">;

export function StepBox({ data }: NodeProps<StepNode>) {
  return (
    <div className="process-step" title={data.title}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <span className="strong process-step-name">{data.title}</span>
      <span className="note">{data.n}</span>
      {data.ends >= 0.01 && <div className="process-step-ends" aria-hidden="true" style={{ width: `${Math.min(data.ends, 1) * 100}%` }} />}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}

export function HopEdge({ id, data }: EdgeProps<HopLine>) {
  if (!data) return null;
  const path = smooth(data.points);
  const head = data.points.at(-1);
  const before = data.points.at(-2);
  return (
    <>
      <path id={id} d={path} className={data.dark ? "process-hop process-hop-dark" : "process-hop"} style={{ strokeWidth: data.width }} />
      <path d={path} className="process-hop-catch" />
      {head && before && <path d={arrow(before, head, 5 + data.width)} className={data.dark ? "process-head process-head-dark" : "process-head"} />}
      <EdgeLabelRenderer>
        <div className={data.dark ? "process-label strong" : "process-label"} style={{ transform: `translate(-50%, -50%) translate(${data.label.x}px, ${data.label.y}px)` }}>{data.text}</div>
      </EdgeLabelRenderer>
    </>
  );
}

/** A triangle at the end of a line. */
function arrow(from: Point, to: Point, size: number): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [bx, by] = [to.x - size * x, to.y - size * y];
  return `M${to.x},${to.y} L${bx - (size / 2) * y},${by + (size / 2) * x} L${bx + (size / 2) * y},${by - (size / 2) * x} Z`;
}
