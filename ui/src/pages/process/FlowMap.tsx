/** The map: steps in layers, edges as wide as they are frequent, those with most waiting dark. */
import { Background, Controls, ReactFlow } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { type KeyboardEvent, useMemo, useState } from "react";
import type { Hop, ProcessMap } from "../../api/process";
import { hours, number, percent } from "../../format";
import { Native } from "../../parts/Native";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { HopEdge, type HopLine, StepBox, type StepNode } from "./mapElements";
import { HEIGHT, idOf, mostOf, place, WIDTH } from "./layout";
import { titlesOf } from "./titles";

const NODES = { step: StepBox };
const EDGES = { hop: HopEdge };
const SHARES = ["0.8", "0.95", "1"] as const;
const DARK = 3;

export function FlowMap({ map, onHop }: { map: ProcessMap; onHop: (hop: Hop) => void }) {
  const t = useText(words);
  const { language } = useLanguage();
  const [share, setShare] = useState<(typeof SHARES)[number]>("0.95");
  const elements = useMapElements(map, Number(share));
  const options = SHARES.map((value) => ({ value, label: value === "1" ? t("every") : t("most", { share: percent(Number(value)) }) }));
  const open = (event: KeyboardEvent) => {
    const id = (event.target as Element).closest(".react-flow__edge")?.getAttribute("data-id");
    const hop = elements.edges.find((edge) => edge.id === id)?.data?.edge;
    if (!hop || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    onHop(hop);
  };
  return (
    <div className="stack-8">
      <div className="row"><span className="note">{t("shown")}</span><Native label={t("shown")} value={share} onChange={setShare} options={options} /></div>
      <div className="process-map" role="group" aria-label={t("mapLabel", { nodes: map.nodes.length, edges: elements.edges.length })}>
        <ReactFlow
          key={`${map.by} ${share} ${language} ${map.tickets}`}
          nodes={elements.nodes}
          edges={elements.edges}
          nodeTypes={NODES}
          edgeTypes={EDGES}
          fitView
          fitViewOptions={{ padding: 0.06, maxZoom: 1 }}
          minZoom={0.2}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          zoomOnScroll={false}
          preventScrolling={false}
          ariaLabelConfig={{ "edge.a11yDescription.default": t("edgeHelp") }}
          onKeyDown={open}
          onEdgeClick={(_, edge) => edge.data && onHop(edge.data.edge)}
        >
          <Background gap={24} />
          <Controls showInteractive={false} />
        </ReactFlow>
      </div>
    </div>
  );
}

function useMapElements(map: ProcessMap, share: number): { nodes: StepNode[]; edges: HopLine[] } {
  const t = useText(words);
  const { language } = useLanguage();
  return useMemo(() => {
    const shown = mostOf(map.edges, share);
    const placed = place(map.nodes, shown);
    const titles = titlesOf(map, language);
    const dark = new Set(map.bottlenecks.slice(0, DARK).map(idOf));
    const most = Math.max(...shown.map(({ n }) => n), 1);
    const nodes: StepNode[] = map.nodes.map((step) => ({
      id: step.name,
      type: "step",
      position: placed.steps.get(step.name) ?? { x: 0, y: 0 },
      width: WIDTH,
      height: HEIGHT,
      data: { title: titles(step.name), n: number(step.n), ends: step.ends / step.n },
    }));
    const edges: HopLine[] = shown.map((edge) => {
      const id = idOf(edge);
      const text = hours(edge.mean_hours, language);
      const line = placed.edges.get(id);
      return {
        id,
        type: "hop",
        ariaRole: "button",
        source: edge.source,
        target: edge.target,
        ariaLabel: t("hop", { source: titles(edge.source), target: titles(edge.target), n: number(edge.n), hours: text }),
        data: { edge, points: line?.points ?? [], label: line?.label ?? { x: 0, y: 0 }, text, width: 1 + 7 * Math.sqrt(edge.n / most), dark: dark.has(id) },
      };
    });
    return { nodes, edges };
  }, [map, share, language, t]);
}
