import { useState } from "react";
import { type HandOff, type HandOffs, useHandOffs } from "../../api/process";
import { number, percent } from "../../format";
import type { Filters } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { EdgeSide } from "./EdgeSide";

const NEXT = [["back", "back"], ["on", "on"], ["solvedThere", "solved"], ["left", "left"]] as const;

/** From team to team: how often, how long until the next step, and what came of it. */
export function HandOffsCard({ filters }: { filters: Filters }) {
  const asked = useHandOffs(filters);
  return <Await query={asked} height={240}>{(found) => found && found.hand_offs.length > 0 && <Told found={found} filters={filters} />}</Await>;
}

function Told({ found, filters }: { found: HandOffs; filters: Filters }) {
  const t = useText(words);
  const [hop, setHop] = useState<HandOff | null>(null);
  const { say, language } = useLanguage();
  const doors = found.doors.length ? ` ${t("doors", { names: found.doors.join(language === "zh" ? "、" : ", ") })}` : "";
  const columns: Column<HandOff>[] = [
    { key: "hop", title: t("handOffs"), render: (one) => `${one.source} → ${one.target}` },
    { key: "n", title: t("times"), number: true, width: 88, render: (one) => number(one.n) },
    { key: "share", title: t("part"), number: true, width: 88, render: (one) => percent(one.share), bar: (one) => one.share },
    { key: "mean", title: t("toNext"), number: true, width: 136, render: (one) => number(one.mean_hours, "h") },
    ...NEXT.map(([title, key]): Column<HandOff> => ({ key, title: t(title), number: true, width: 104, render: (one) => percent(one[key]) })),
    { key: "tickets", title: t("tickets"), number: true, width: 88, render: (one) => number(one.tickets) },
  ];
  return (
    <Card title={say(found.sentence)} sub={t("handOffsSub") + (language === "zh" ? "。" : ".") + doors}>
      <DataTable label={t("handOffs")} rows={found.hand_offs} columns={columns} rowKey={(one) => `${one.source}\n${one.target}`} onRow={setHop} maxHeight={400} />
      <EdgeSide hop={hop} by="team" filters={filters} onClose={() => setHop(null)} />
    </Card>
  );
}
