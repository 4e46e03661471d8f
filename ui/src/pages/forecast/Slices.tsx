import type { Forecast, SliceForecast } from "../../api/forecast";
import type { Slice } from "../../api/slices";
import { count, interval, percent } from "../../format";
import { Card } from "../../parts/Page";
import { DataTable } from "../../parts/table";
import { useText } from "../../words";
import words from "../../words/forecast";

export function Slices({ forecast, onPick }: { forecast: Forecast; onPick: (where: Slice) => void }) {
  const t = useText(words);
  const named = (where: Slice) => (Object.keys(where).length ? Object.values(where).map(([value]) => value || t("unknown")).join(" · ") : t("rest"));
  const rows = forecast.series.toSorted((one, other) => other.total - one.total);
  const most = Math.max(...rows.map((row) => row.total), 1e-9);
  const next = t("next", { grain: t(forecast.grain === "week" ? "nextWeek" : "nextDay") });
  return (
    <Card title={t("slices")} sub={t("slicesSub")}>
      <DataTable
        label={t("slices")}
        rows={rows}
        rowKey={(row) => JSON.stringify(row.where)}
        onRow={(row) => Object.keys(row.where).length && onPick(row.where)}
        maxHeight={480}
        columns={[
          { key: "slice", title: t("slice"), render: (row) => named(row.where), bar: (row) => row.total / most },
          { key: "total", title: t("total"), number: true, render: (row) => count(row.total) },
          { key: "previous", title: t("before"), number: true, render: (row) => count(row.previous) },
          { key: "change", title: t("change"), number: true, render: (row) => change(row) },
          { key: "next", title: next, number: true, render: (row) => `${count(row.expected[0])}（${interval(row.low[0], row.high[0])}）` },
        ]}
      />
    </Card>
  );
}

function change(row: SliceForecast): string {
  if (row.previous <= 0) return percent(null);
  const moved = row.total / row.previous - 1;
  return `${moved > 0 ? "+" : ""}${percent(moved)}`;
}
