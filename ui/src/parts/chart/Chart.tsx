/** Draws every kind of chart that the server tells of: the finding as title, the measure below, table and export one click away. */
import { FileTextOutlined, PictureOutlined, TableOutlined } from "@ant-design/icons";
import type { ECharts } from "echarts/core";
import { useRef, useState } from "react";
import type { ChartSpec } from "../../api/charts";
import { download } from "../../format";
import { ink } from "../../style/ink";
import { useLanguage, useText } from "../../words";
import parts from "../../words/parts";
import { Body } from "./Body";
import "./chart.css";
import { csvOf } from "./csvOf";
import type { ChartProps } from "./props";
import { TableView } from "./TableView";
import { Button } from "../Button";

export function Chart(props: ChartProps) {
  const { spec, bare, extra } = props;
  const { say } = useLanguage();
  const [table, setTable] = useState(false);
  const drawing = useRef<ECharts>(null);
  return (
    <figure className="chart">
      <header className="chart-head">
        <figcaption className="grow">
          {!bare && <h3 className="chart-title">{say(spec.title)}</h3>}
          <p className="note">{say(spec.subtitle)}{extra}</p>
        </figcaption>
        <Actions spec={spec} table={table} setTable={setTable} drawing={() => drawing.current} />
      </header>
      {table ? <TableView {...props} /> : <Body {...props} onReady={(chart) => { drawing.current = chart; }} />}
      {spec.note && <p className="note">{say(spec.note)}</p>}
    </figure>
  );
}

function Actions({ spec, table, setTable, drawing }: { spec: ChartSpec; table: boolean; setTable: (table: boolean) => void; drawing: () => ECharts | null }) {
  const t = useText(parts);
  const { language } = useLanguage();
  const file = `${spec.title.en.slice(0, 60).replaceAll(/[^\w-]+/g, "-")}`;
  const png = () => {
    const chart = drawing();
    if (chart && !chart.isDisposed()) void fetchable(chart.getDataURL({ pixelRatio: 2, backgroundColor: ink("card") })).then((blob) => download(`${file}.png`, blob));
  };
  const drawn = !table && ["trend", "signal", "verdict", "bars", "waterfall", "map"].includes(spec.kind);
  return (
    <div className="chart-actions">
      {spec.kind !== "table" && <Button type="text" size="small" icon={<TableOutlined />} aria-pressed={table} title={t(table ? "asPicture" : "asTable")} aria-label={t(table ? "asPicture" : "asTable")} onClick={() => setTable(!table)} />}
      <Button type="text" size="small" icon={<FileTextOutlined />} title={t("exportCsv")} aria-label={t("exportCsv")} onClick={() => download(`${file}.csv`, csvOf(spec, language))} />
      {drawn && <Button type="text" size="small" icon={<PictureOutlined />} title={t("exportPng")} aria-label={t("exportPng")} onClick={png} />}
    </div>
  );
}

// The page's policy forbids to fetch data: addresses, so the bytes are taken out by hand.
async function fetchable(url: string): Promise<Blob> {
  const bytes = Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: "image/png" });
}
