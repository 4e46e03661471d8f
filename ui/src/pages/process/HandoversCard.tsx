import { useState } from "react";
import { type Handover, type Handovers, useHandovers } from "../../api/process";
import { number, percent } from "../../format";
import type { Filters } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { EdgeSide } from "./EdgeSide";

const NEXT = [["returned", "returned"], ["passedOn", "passed_on"], ["resolvedThere", "resolved"], ["openSoFar", "open"]] as const;

/** From team to team: how often, how long until the next step, and what came of it. */
export function HandoversCard({ filters }: { filters: Filters }) {
  const handovers = useHandovers(filters);
  return <Await query={handovers} height={240}>{(found) => found.available && found.handovers.length > 0 && <Found found={found} filters={filters} />}</Await>;
}

function Found({ found, filters }: { found: Handovers; filters: Filters }) {
  const t = useText(words);
  const [hop, setHop] = useState<Handover | null>(null);
  const { say, language } = useLanguage();
  const dispatched = found.entry_points.length ? ` ${t("entryPoints", { names: found.entry_points.join(language === "zh" ? "、" : ", ") })}` : "";
  const columns: Column<Handover>[] = [
    { key: "hop", title: t("handovers"), render: (one) => `${one.source} → ${one.target}` },
    { key: "n", title: t("times"), number: true, width: 88, render: (one) => number(one.n) },
    { key: "share", title: t("part"), number: true, width: 88, render: (one) => percent(one.share), bar: (one) => one.share },
    { key: "mean", title: t("toNext"), number: true, width: 136, render: (one) => number(one.mean_waited_hours, "h") },
    ...NEXT.map(([title, key]): Column<Handover> => ({ key, title: t(title), number: true, width: 104, render: (one) => percent(one[key]) })),
    { key: "tickets", title: t("tickets"), number: true, width: 88, render: (one) => number(one.tickets) },
  ];
  return (
    <Card title={say(found.sentence)} sub={t("handoversSub") + (language === "zh" ? "。" : ".") + dispatched}>
      <DataTable label={t("handovers")} rows={found.handovers} columns={columns} rowKey={(one) => `${one.source}\n${one.target}`} onRow={setHop} maxHeight={400} />
      <EdgeSide hop={hop} by="team" filters={filters} onClose={() => setHop(null)} />
    </Card>
  );
}
