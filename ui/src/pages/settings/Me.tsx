/** One's own name, language and password. */
import { type FormEvent, useState } from "react";
import { usePerson } from "../../api/session";
import { useSaveMe } from "../../api/settings";
import { Button } from "../../parts/Button";
import { Choice } from "../../parts/Choice";
import { Field } from "../../parts/Field";
import { Card } from "../../parts/Page";
import { setLanguage, useText } from "../../words";
import words from "../../words/settings";
import { useOutcome } from "./useOutcome";

export function Me() {
  return <div className="grid"><Card className="third"><Name /></Card><Card className="third"><Password /></Card></div>;
}

function Name() {
  const t = useText(words);
  const outcome = useOutcome();
  const person = usePerson();
  const save = useSaveMe();
  const [name, setName] = useState(person.name);
  const [language, setOwn] = useState(person.language);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name, language }, outcome(t("saved")));
    setLanguage(language);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={t("login")} value={person.login} onChange={() => {}} readOnly />
      <Field label={t("name")} value={name} onChange={setName} autoComplete="name" />
      <Choice label={t("language")} value={language} onChange={setOwn} options={[{ value: "zh", label: "中文" }, { value: "en", label: "English" }]} />
      <div><Button type="primary" htmlType="submit" loading={save.isPending}>{t("save")}</Button></div>
    </form>
  );
}

function Password() {
  const t = useText(words);
  const outcome = useOutcome();
  const save = useSaveMe();
  const [given, setGiven] = useState({ old_password: "", password: "" });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { onError, onSuccess } = outcome(t("passwordChanged"));
    save.mutate(given, { onError, onSuccess: () => { onSuccess(); setGiven({ old_password: "", password: "" }); } });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={t("oldPassword")} type="password" value={given.old_password} onChange={(value) => setGiven({ ...given, old_password: value })} autoComplete="current-password" required />
      <Field label={t("newPassword")} type="password" value={given.password} onChange={(value) => setGiven({ ...given, password: value })} autoComplete="new-password" required />
      <div><Button type="primary" htmlType="submit" loading={save.isPending}>{t("changePassword")}</Button></div>
    </form>
  );
}
