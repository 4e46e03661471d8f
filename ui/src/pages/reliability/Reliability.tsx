/** Which batches, models or versions fail more than their like, since which age, and what they will bring. The group is in the URL. */
import { Link, useSearchParams } from "react-router";
import { BYS, type By, useGroups, type Where } from "../../api/reliability";
import { Choice } from "../../parts/Choice";
import { Card, Page } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { useText } from "../../words";
import words from "../../words/reliability";
import { GroupTable } from "./GroupTable";
import { LifeCard } from "./LifeCard";
import { Standing } from "./Standing";

export default function Reliability() {
  const t = useText(words);
  const [params, setParams] = useSearchParams();
  const by: By = BYS.find((one) => one === params.get("by")) ?? "batch";
  const groups = useGroups(by);
  const group = slice(params.getAll("group"));
  const open = (chosen: Where) => {
    const { fault, ...rest } = chosen;
    const told = Object.entries(rest).map(([name, value]) => ["group", `${name}=${value}`]);
    setParams(new URLSearchParams([["by", by], ...told, ...(fault ? [["fault", fault]] : [])]));
  };
  return (
    <Page title={t("title")} sub={t("sub")}>
      <div><Choice bare label={t("by")} value={by} onChange={(next) => setParams({ by: next }, { replace: true })} options={BYS.map((one) => ({ value: one, label: t(one) }))} /></div>
      <Await query={groups} height={480}>
        {(told) =>
          told.groups.length ? (
            <div className="stack">
              <Standing told={told} onOpen={open} />
              {Object.keys(group).length > 0 && <LifeCard key={params.toString()} by={by} group={group} fault={params.get("fault")} onClose={() => setParams({ by })} />}
              <GroupTable told={told} onOpen={open} />
            </div>
          ) : (
            <Card><Empty why={t("none")} action={<Link to="/data/upload">{t("upload")}</Link>} /></Card>
          )
        }
      </Await>
    </Page>
  );
}

function slice(texts: string[]): Where {
  return Object.fromEntries(texts.map((text) => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)]));
}
