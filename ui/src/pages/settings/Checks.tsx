/** Is the installation sound, and what is to be done? */
import { type Check, useChecks } from "../../api/settings";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/settings";

export function Checks() {
  const checks = useChecks();
  return <Card><Await query={checks} height={360}>{(all) => <ul className="settings-checks">{all.map((check) => <Line key={check.key} check={check} />)}</ul>}</Await></Card>;
}

function Line({ check }: { check: Check }) {
  const t = useText(words);
  const { say } = useLanguage();
  return (
    <li>
      <span className={check.state === "wrong" ? "worse strong" : check.state === "advice" ? "strong" : "secondary"}>{t(check.state)}</span>
      <div className="stack-8">
        <span>{say(check.title)} <span className="note">{check.found}</span></span>
        {check.todo && <span>{say(check.todo)}</span>}
      </div>
    </li>
  );
}
