import { useSlow } from "../../api/process";
import type { Filters } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";
import { ApartList } from "./ApartList";

/** What makes the slow ones slow. */
export function SlowCard({ filters }: { filters: Filters }) {
  const t = useText(words);
  const { say } = useLanguage();
  const asked = useSlow(filters);
  return (
    <Await query={asked} height={240}>
      {(found) => found && <Card title={say(found.sentence)} sub={t("slowSub")}><ApartList list={found.suspects} metric="resolution_hours_p90" filters={filters} /></Card>}
    </Await>
  );
}
