/** Which batches, models or versions fail more than their peers, since which age, and what they will bring. The group is in the URL. */
import { Link, useSearchParams } from "react-router";
import { GROUPINGS, type Grouping, useGroups } from "../../api/reliability";
import { filterText, type Slice, sliceOf } from "../../api/slices";
import { Choice } from "../../parts/Choice";
import { Card, Page } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { useText } from "../../words";
import words from "../../words/reliability";
import { ExcessFailures } from "./ExcessFailures";
import { GroupTable } from "./GroupTable";
import { LifeCard } from "./LifeCard";

export default function Reliability() {
  const t = useText(words);
  const [params, setParams] = useSearchParams();
  const by: Grouping = GROUPINGS.find((one) => one === params.get("by")) ?? "batch";
  const groups = useGroups(by);
  const group = sliceOf(params.getAll("group"));
  const open = (chosen: Slice) => {
    const { fault, ...rest } = chosen;
    const named = filterText(rest).map((text) => ["group", text]);
    setParams(new URLSearchParams([["by", by], ...named, ...(fault?.[0] ? [["fault", fault[0]]] : [])]));
  };
  return (
    <Page title={t("title")} sub={t("sub")}>
      <div><Choice bare label={t("by")} value={by} onChange={(next) => setParams({ by: next }, { replace: true })} options={GROUPINGS.map((one) => ({ value: one, label: t(one) }))} /></div>
      <Await query={groups} height={480}>
        {(shown) =>
          shown.groups.length ? (
            <div className="stack">
              <ExcessFailures groups={shown} onOpen={open} />
              {Object.keys(group).length > 0 && <LifeCard key={params.toString()} by={by} group={group} fault={params.get("fault")} onClose={() => setParams({ by })} />}
              <GroupTable groups={shown} onOpen={open} />
            </div>
          ) : (
            <Card><Empty why={t("none")} action={<Link to="/data/upload">{t("upload")}</Link>} /></Card>
          )
        }
      </Await>
    </Page>
  );
}
