/** What got worse, where, and who has it; then the figures behind it. */
import { type Installation, useInstallation } from "../../api/installation";
import { Button } from "../../parts/Button";
import { loadLines } from "../../parts/chart/Drawing";
import { QuestionChart } from "../../parts/chart";
import { FilterBar, type Filters, useFilters } from "../../parts/filter";
import { Card, Page } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { useText } from "../../words";
import overview from "../../words/overview";
import { chartsOf, figuresOf } from "./questions";
import { KeyFigures } from "./KeyFigures";
import { OpenProblems } from "./OpenProblems";
import "./overview.css";
import { Worse } from "./Worse";

// The largest chunk of a first visit: asked for at once, not when the figures are there.
void loadLines();

export default function Overview() {
  const t = useText(overview);
  const filters = useFilters();
  const installation = useInstallation();
  if (installation.data && !installation.data.data_until) {
    return <Page title={t("title")}><Empty why={t("noData")} action={<Button to="/data/upload" type="primary">{t("upload")}</Button>} /></Page>;
  }
  return (
    <Page title={t("title")}>
      <div className="grid">
        <Worse />
        <OpenProblems />
      </div>
      <FilterBar filters={filters} />
      <Await query={installation} height={880}>{({ recorded }) => <Figures recorded={recorded} filters={filters} />}</Await>
    </Page>
  );
}

function Figures({ recorded, filters }: { recorded: Installation["recorded"]; filters: Filters }) {
  return (
    <div className="stack">
      <KeyFigures metrics={figuresOf(recorded)} filters={filters} />
      <div className="grid">
        {chartsOf(recorded).map(({ size, height, ...question }) => (
          <Card key={question.chart} className={size}><QuestionChart question={question} filters={filters} height={height} /></Card>
        ))}
      </div>
    </div>
  );
}
