/** A canvas that is drawn by the library, at the size of its place. */
import type { ECharts, EChartsCoreOption } from "echarts/core";
import { useEffect, useLayoutEffect, useRef } from "react";

type Load = () => Promise<{ init: typeof import("echarts/core").init }>;

interface Props {
  load: Load;
  option: (width: number) => EChartsCoreOption;
  height: number;
  label: string;
  onClick?: ((at: { name: string; dataIndex: number; data: unknown }) => void) | undefined;
  /** Gets the drawing, for an export. */
  onReady?: (chart: ECharts) => void;
}

export const loadLines: Load = () => import("./engine");
export const loadMore: Load = () => import("./engineMore");

export function Drawing({ load, option, height, label, onClick, onReady }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const latest = useRef({ option, onClick, onReady });
  useLayoutEffect(() => {
    latest.current = { option, onClick, onReady };
  });
  useEffect(() => {
    let gone = false;
    const watch = new ResizeObserver(() => {
      chart.current?.resize();
      draw();
    });
    const draw = () => chart.current?.setOption(latest.current.option(place.current?.clientWidth ?? 600), { notMerge: true });
    void load().then(({ init }) => {
      if (gone || !place.current) return;
      chart.current = init(place.current);
      chart.current.on("click", (at) => latest.current.onClick?.(at as never));
      latest.current.onReady?.(chart.current);
      watch.observe(place.current);
    });
    return () => {
      gone = true;
      watch.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, [load]);
  useEffect(() => {
    chart.current?.setOption(option(place.current?.clientWidth ?? 600), { notMerge: true });
  }, [option]);
  // The library writes its own label on the inner element: the reader's stands on the wrapper.
  return <div role="img" aria-label={label}><div ref={place} style={{ height }} className={onClick ? "drawing clickable" : "drawing"} /></div>;
}
