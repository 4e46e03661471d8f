/** With two people fewer, when has the queue doubled? */
import { useState } from "react";
import { type Staffing as StaffingView, useStaffing } from "../../api/forecast";
import { useValues } from "../../api/questions";
import { count, number, percent } from "../../format";
import { Chart } from "../../parts/chart";
import { Native } from "../../parts/Native";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/forecast";

const PEOPLE = [-5, -3, -2, -1, 0, 1, 2, 3, 5];

export function Staffing() {
  const t = useText(words);
  const { say } = useLanguage();
  const { data: teams = [] } = useValues("team", "");
  const names = teams.map((one) => one.value).filter((name): name is string => Boolean(name));
  const [chosen, setChosen] = useState("");
  const [people, setPeople] = useState("-2");
  const team = chosen || names[0] || "";
  const staffing = useStaffing(team, Number(people));
  if (!team) return null;
  const label = (n: number) => (n === 0 ? t("same") : t(n < 0 ? "fewer" : "more", { n: Math.abs(n) }));
  return (
    <Card title={staffing.data ? say(staffing.data.sentence) : t("staffing")} sub={t("staffingSub")}>
      <div className="stack">
        <div className="row">
          <Native label={t("team")} value={team} onChange={setChosen} options={names.map((name) => ({ value: name, label: name }))} />
          <Native label={t("people")} value={people} onChange={setPeople} options={PEOPLE.map((n) => ({ value: String(n), label: label(n) }))} />
        </div>
        <Await query={staffing} height={320}>{(found) => <Queue staffing={found} />}</Await>
      </div>
    </Card>
  );
}

function Queue({ staffing }: { staffing: StaffingView }) {
  const t = useText(words);
  const weekdays = staffing.people_on_duty.slice(0, 5).reduce((sum, n) => sum + n, 0) / 5;
  return (
    <div className="stack-8">
      <p className="note">{t("facts", { waiting: count(staffing.backlog), rate: number(staffing.per_person), people: count(weekdays), load: percent(staffing.as_is.utilisation) })}</p>
      <Chart bare spec={staffing.chart} height={260} />
    </div>
  );
}
