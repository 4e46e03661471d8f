import { useSlowTickets } from "../../api/process";
import type { Filters } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { SubgroupList } from "./SubgroupList";

/** What makes the slow ones slow. */
export function SlowCard({ filters }: { filters: Filters }) {
  const t = useText(words);
  const { say } = useLanguage();
  const slow = useSlowTickets(filters);
  return (
    <Await query={slow} height={240}>
      {(found) => found.available && <Card title={say(found.sentence)} sub={t("slowSub")}><SubgroupList list={found.subgroups} metric="resolution_hours_p90" filters={filters} /></Card>}
    </Await>
  );
}
