/** Everything about one problem: who has it, how it goes, why, what is done, and whether that worked. */
import { useState } from "react";
import { Link, useParams } from "react-router";
import { type ProblemDetail as Detail, useProblem } from "../../api/problems";
import { useMetrics } from "../../api/questions";
import { useMay } from "../../api/session";
import { Button } from "../../parts/Button";
import { Chart } from "../../parts/chart";
import { Card, Page } from "../../parts/Page";
import { SimilarCases } from "../../parts/SimilarCases";
import { Await, Empty } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import problems from "../../words/problems";
import { ActionCard } from "./actions/ActionCard";
import { ActionForm } from "./actions/ActionForm";
import { Article } from "./detail/Article";
import { Causes } from "./detail/Causes";
import { EditTexts } from "./detail/EditTexts";
import { Head } from "./detail/Head";
import { History } from "./detail/History";
import { Tickets } from "./detail/Tickets";
import "./problems.css";
import "./detail/detail.css";

export default function ProblemDetail() {
  const { id = "" } = useParams();
  const found = useProblem(id);
  if (found.data) return <Shown key={found.data.id} problem={found.data} />;
  return <div className="page"><Await query={found} height={480}>{() => null}</Await></div>;
}

function Shown({ problem }: { problem: Detail }) {
  const t = useText(problems);
  const { say } = useLanguage();
  const may = useMay()("problem.write");
  const { data: metrics = [] } = useMetrics();
  const [editing, setEditing] = useState(false);
  const metric = metrics.find(({ key }) => key === problem.metric);
  return (
    <Page title={problem.title} sub={<Link to="/problems">{t("all")}</Link>} actions={may && <Button onClick={() => setEditing(true)}>{t("edit")}</Button>}>
      <Head problem={problem} />
      <div className="grid">
        <div className="two-thirds stack">
          {problem.chart && <Card title={t("timeSeries", { metric: say(metric?.title) })}><Chart bare spec={problem.chart} height={280} /></Card>}
          <Actions problem={problem} />
        </div>
        <div className="third stack">
          <Causes problem={problem} />
          {problem.article_id && <Article id={problem.article_id} />}
          <History problem={problem} />
        </div>
        <Tickets problem={problem} />
        <Card><SimilarCases problem={problem.id} /></Card>
      </div>
      {editing && <EditTexts problem={problem} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Actions({ problem }: { problem: Detail }) {
  const t = useText(problems);
  const may = useMay()("problem.write");
  const [planning, setPlanning] = useState(false);
  const add = may && <Button size="small" onClick={() => setPlanning(true)}>{t("newAction")}</Button>;
  return (
    <Card title={t("actions")} actions={add}>
      {problem.actions.length ? problem.actions.toReversed().map((action) => <ActionCard key={action.id} action={action} />) : <Empty why={t("noActions")} />}
      {planning && <ActionForm problem={problem} onClose={() => setPlanning(false)} />}
    </Card>
  );
}
