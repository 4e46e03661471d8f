import { type FormEvent, useState } from "react";
import { usePerson } from "../../api/session";
import { Problem } from "../../api/problem";
import { useMakeToken } from "../../api/tokens";
import { Button } from "../../parts/Button";
import { Choice } from "../../parts/Choice";
import { Field } from "../../parts/Field";
import { useLanguage, useText } from "../../words";
import words from "../../words/settings";
import { NewSecret } from "./NewSecret";
import { byDomain, domainName, VERBS, verbName } from "./permissions";

const LASTS = ["30", "90", "180", "366"] as const;
const LONGEST_NAME = 80;

export function TokenForm({ done }: { done: () => void }) {
  const t = useText(words);
  const { say } = useLanguage();
  const make = useMakeToken();
  const [name, setName] = useState("");
  const [days, setDays] = useState<(typeof LASTS)[number]>("90");
  const [permissions, setPermissions] = useState(["question.read"]);
  if (make.data) return <NewSecret made={make.data} done={done} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ name, permissions, days: Number(days) });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={t("tokenName")} hint={t("tokenNameHint")} value={name} onChange={setName} maxLength={LONGEST_NAME} required autoComplete="off" />
      <Permissions chosen={permissions} onChange={setPermissions} />
      <Choice label={t("tokenDays")} value={days} onChange={setDays} options={LASTS.map((value) => ({ value, label: t("days", { count: Number(value) }) }))} />
      {make.error && <p className="worse" role="alert">{say(Problem.from(make.error).words)}</p>}
      <div><Button type="primary" htmlType="submit" loading={make.isPending} disabled={!name.trim() || permissions.length === 0}>{t("newToken")}</Button></div>
    </form>
  );
}

/** A box for each permission that the person holds. */
function Permissions({ chosen, onChange }: { chosen: string[]; onChange: (chosen: string[]) => void }) {
  const t = useText(words);
  const permissions = usePerson().permissions;
  const toggle = (key: string) => onChange(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]);
  return (
    <table className="settings-grid">
      <caption className="note">{t("tokenPermissions")}</caption>
      <thead>
        <tr>
          <th scope="col"><span className="hidden">{t("domain")}</span></th>
          {VERBS.map((verb) => <th key={verb} scope="col" className="note">{verbName(verb, t)}</th>)}
        </tr>
      </thead>
      <tbody>
        {byDomain(permissions).map(({ domain, verbs }) => (
          <tr key={domain}>
            <th scope="row">{domainName(domain, t)}</th>
            {VERBS.map((verb) => {
              const key = `${domain}.${verb}`;
              return <td key={verb}>{verbs.includes(verb) && <label><input type="checkbox" aria-label={`${domainName(domain, t)} ${verbName(verb, t)}`} checked={chosen.includes(key)} onChange={() => toggle(key)} /></label>}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
