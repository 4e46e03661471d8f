/** What the overview asks, by what the data holds: a firm without units in service has no failure rate, one without products has models. */
import type { Installation } from "../../api/installation";

type Recorded = Installation["recorded"];
interface QuestionOf {
  metrics: string[];
  cuts?: string[];
  grain?: "week";
  chart: "trend" | "ranking" | "heat" | "map";
  size: "half" | "third" | "two-thirds";
  height: number;
}

const THINGS = ["product", "model", "product_line", "device", "channel", "team"];
const FAULTS = ["fault", "category", "kind", "severity"];

export function figuresOf({ exposure }: Recorded): string[] {
  const rates = exposure ? ["failure_rate", "complaint_rate"] : ["complaint_share", "closure_rate"];
  return ["ticket_count", ...rates, "first_response_hours_median", "sla_resolution_rate", "repeat_rate", "satisfaction_rate"];
}

export function chartsOf({ exposure, dimensions }: Recorded): QuestionOf[] {
  const first = (names: string[], otherwise: string) => names.find((name) => dimensions.includes(name)) ?? otherwise;
  const thing = first(THINGS, "product");
  const charts: QuestionOf[] = [
    { metrics: ["ticket_count"], grain: "week", chart: "trend", size: "half", height: 320 },
    { metrics: [exposure ? "failure_rate" : "ticket_count"], cuts: [thing], chart: "ranking", size: "half", height: 320 },
    { metrics: ["ticket_count"], cuts: [thing, first(FAULTS, "fault")], chart: "heat", size: "two-thirds", height: 368 },
  ];
  if (dimensions.includes("province")) charts.push({ metrics: [exposure ? "complaint_rate" : "ticket_count"], cuts: ["province"], chart: "map", size: "third", height: 320 });
  return charts;
}
