/** What got worse, where, and who has it; then the figures behind it. */
import { Button } from "antd";
import { Link } from "react-router";
import { useInstallation } from "../../api/installation";
import { loadLines } from "../../parts/chart/Drawing";
import { AskedChart } from "../../parts/chart";
import { FilterBar, useFilters } from "../../parts/filter";
import { Card, Page } from "../../parts/Page";
import { Empty } from "../../parts/states";
import { useText } from "../../words";
import overview from "../../words/overview";
import { KeyFigures } from "./KeyFigures";
import { OpenProblems } from "./OpenProblems";
import "./overview.css";
import { Worse } from "./Worse";

// The largest chunk of a first visit: asked for at once, not when the figures are there.
void loadLines();

export default function Overview() {
  const t = useText(overview);
  const filters = useFilters();
  const { data: installation } = useInstallation();
  if (installation && !installation.data_until) {
    return <Page title={t("title")}><Empty why={t("noData")} action={<Link to="/data/upload"><Button type="primary">{t("upload")}</Button></Link>} /></Page>;
  }
  return (
    <Page title={t("title")}>
      <div className="grid">
        <Worse />
        <OpenProblems />
      </div>
      <FilterBar filters={filters} />
      <KeyFigures filters={filters} />
      <div className="grid">
        <Card className="half"><AskedChart question={{ metrics: ["ticket_count"], grain: "week", chart: "trend" }} filters={filters} height={320} /></Card>
        <Card className="half"><AskedChart question={{ metrics: ["failure_rate"], cuts: ["product"], chart: "ranking" }} filters={filters} height={320} /></Card>
        <Card className="two-thirds"><AskedChart question={{ metrics: ["ticket_count"], cuts: ["product", "fault"], chart: "heat" }} filters={filters} height={368} /></Card>
        <Card className="third"><AskedChart question={{ metrics: ["complaint_rate"], cuts: ["province"], chart: "map" }} filters={filters} height={320} /></Card>
      </div>
    </Page>
  );
}
