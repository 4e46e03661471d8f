/** Which way of drawing a kind has. */
import type { ECharts } from "echarts/core";
import { lazy, Suspense, useMemo } from "react";
import { useText } from "../../words";
import parts from "../../words/parts";
import { Loading } from "../states";
import { useInView } from "../useInView";
import type { ChartProps } from "./props";
import { columns, waterfall } from "./columns";
import { Drawing, loadLines, loadMore } from "./Drawing";
import { Heat } from "./Heat";
import { Kpi } from "./Kpi";
import { Landscape } from "./Landscape";
import { lines } from "./lines";
import { useChartTheme } from "./theme";
import { MixRate } from "./MixRate";
import { Pareto } from "./Pareto";
import { Ranking } from "./Ranking";
import { TableView } from "./TableView";
import { Tree } from "./Tree";

const MapView = lazy(() => import("./MapView"));

type Props = ChartProps & { onReady: (chart: ECharts) => void };

export function Body(props: Props) {
  const t = useText(parts);
  const { spec, height = 260 } = props;
  if (!spec.x.length && !spec.cells.length) return <p className="note chart-none" style={{ height }}>{t("nothingToDraw")}</p>;
  switch (spec.kind) {
    case "ranking":
      return <Ranking {...props} />;
    case "heat":
      return <Heat {...props} />;
    case "kpi":
      return <Kpi spec={spec} />;
    case "mixrate":
      return <MixRate spec={spec} />;
    case "topics":
      return <Landscape {...props} />;
    case "pareto":
      return <Pareto {...props} />;
    case "tree":
      return <Tree {...props} />;
    case "table":
      return <TableView {...props} />;
    case "map":
      return <MapInView {...props} height={height} />;
    default:
      return <EngineChart {...props} height={height} />;
  }
}

/** The outline of the country is heavy: it comes when it is about to be seen. */
function MapInView(props: Props & { height: number }) {
  const { place, seen } = useInView<HTMLDivElement>();
  const waiting = <Loading height={props.height + 44} />;
  return <div ref={place}>{seen ? <Suspense fallback={waiting}><MapView {...props} /></Suspense> : waiting}</div>;
}

function EngineChart({ spec, height = 260, onPick, picked, onReady }: Props) {
  const theme = useChartTheme();
  const option = useMemo(() => {
    if (spec.kind === "bars") return () => columns(spec, theme, picked);
    if (spec.kind === "waterfall") return () => waterfall(spec, theme);
    return (width: number) => lines(spec, theme, width);
  }, [spec, theme, picked]);
  const plain = spec.series.length === 1 && !spec.marks.length && spec.kind === "trend";
  const pick = onPick && spec.kind === "bars" ? (at: { dataIndex: number }) => onPick(spec.x[at.dataIndex] ?? "") : undefined;
  return <Drawing load={plain ? loadLines : loadMore} option={option} height={height} label={`${theme.say(spec.title)}. ${theme.say(spec.subtitle)}`} onClick={pick} onReady={onReady} />;
}
