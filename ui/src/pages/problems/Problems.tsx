/** Everything that is to be solved, as a board by stage or as a list. Filters and the way of showing live in the URL. */
import { PlusOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useMay } from "../../api/session";
import { useProblems } from "../../api/problems";
import { Button } from "../../parts/Button";
import { Choice } from "../../parts/Choice";
import { Card, Page } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { useNarrow } from "../../parts/useNarrow";
import { useText } from "../../words";
import problems from "../../words/problems";
import { Board } from "./Board";
import { Filters } from "./Filters";
import { NewProblem } from "./NewProblem";
import { ProblemTable } from "./ProblemTable";
import "./problems.css";
import { useSearch, type View } from "./useSearch";

export default function Problems() {
  const t = useText(problems);
  const may = useMay();
  const narrow = useNarrow();
  const search = useSearch();
  const [making, setMaking] = useState(false);
  const found = useProblems(search.filters);
  const views: { value: View; label: string }[] = [{ value: "board", label: t(narrow ? "byStage" : "board") }, { value: "list", label: t("list") }];
  const make = may("problem.write") && <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>{t("make")}</Button>;
  return (
    <Page title={t("title")} actions={make}>
      <div className="problems-tools">
        <Filters search={search} />
        <Choice bare label={t("view")} value={search.view} onChange={(view) => search.set({ view })} options={views} />
      </div>
      <Await query={found} height={480}>
        {(list) => {
          if (!list.length) return <Card><None filtered={Object.keys(search.filters).length > 0} clear={search.clear} make={make} /></Card>;
          return search.view === "list" ? <Card><ProblemTable list={list} /></Card> : <Board list={list} stage={search.stage} />;
        }}
      </Await>
      {making && <NewProblem onClose={() => setMaking(false)} />}
    </Page>
  );
}

function None({ filtered, clear, make }: { filtered: boolean; clear: () => void; make: React.ReactNode }) {
  const t = useText(problems);
  return filtered ? <Empty why={t("noneFound")} action={<Button onClick={clear}>{t("clear")}</Button>} /> : <Empty why={t("none")} action={make} />;
}
