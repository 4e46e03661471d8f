/** A chart's numbers as a table. */
import { bucket, grainOf, number } from "../../format";
import { DataTable } from "../table";
import type { ChartProps } from "./props";
import { gridOf } from "./grid";
import { useChartTheme } from "./theme";

export function TableView({ spec, figure, height }: ChartProps) {
  const theme = useChartTheme();
  const { head, rows, names } = gridOf(spec);
  const time = spec.x.every((x) => /^\d{4}-\d{2}-\d{2}$/.test(x)) && spec.x.length > 1 && !spec.cells.length;
  const grain = grainOf(spec.x);
  const columns = head.map((title, place) => ({
    key: String(place),
    title: place < names ? "" : `${theme.say(title)}${place === names && spec.unit_key !== "ratio" && head.length <= names + 3 ? ` (${theme.say(spec.unit)})` : ""}`,
    number: place >= names,
    render: (row: (string | number | null)[]) => {
      const value = row[place] ?? null;
      if (place < names) return time ? bucket(String(value), grain, theme.language) : theme.name(String(value ?? ""));
      const [x, y] = names === 2 ? [String(row[1]), String(row[0])] : [String(row[0]), undefined];
      return (place === names && figure?.(x, y)) || number(value as number | null, head[place]?.en === "n" ? "" : spec.unit_key);
    },
  }));
  return <DataTable label={theme.say(spec.title)} rows={rows} columns={columns} rowKey={(row) => row.slice(0, names).join("\n")} maxHeight={Math.max(height ?? 0, 320)} />;
}
