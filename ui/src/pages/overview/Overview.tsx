import { AskedChart } from "../../parts/chart";
import { FilterBar, useFilters } from "../../parts/filter";
import { Card, Page } from "../../parts/Page";
import { useText } from "../../words";
import overview from "../../words/overview";

export default function Overview() {
  const t = useText(overview);
  const filters = useFilters();
  return (
    <Page title={t("title")}>
      <FilterBar filters={filters} />
      <div className="grid">
        <Card className="half"><AskedChart question={{ metrics: ["ticket_count"], grain: "week", chart: "trend" }} filters={filters} /></Card>
        <Card className="half"><AskedChart question={{ metrics: ["failure_rate"], cuts: ["province"], chart: "map" }} filters={filters} height={360} /></Card>
        <Card className="half"><AskedChart question={{ metrics: ["failure_rate"], cuts: ["product"], chart: "ranking" }} filters={filters} /></Card>
        <Card><AskedChart question={{ metrics: ["ticket_count"], cuts: ["product", "fault"], chart: "heat" }} filters={filters} /></Card>
      </div>
    </Page>
  );
}
