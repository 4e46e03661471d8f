import { type FormEvent, useState } from "react";
import { Problem } from "../../api/problem";
import { useFirstAdmin } from "../../api/session";
import { Button } from "../../parts/Button";
import { Field } from "../../parts/Field";
import { useLanguage, useText } from "../../words";
import words from "../../words/login";
import { useLeaveLink } from "./useLeaveLink";

export function FirstAdminForm({ token }: { token: string }) {
  const t = useText(words);
  const { language, say } = useLanguage();
  const make = useFirstAdmin();
  const leave = useLeaveLink();
  const [given, setGiven] = useState({ login: "", name: "", password: "" });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ token, language, ...given }, { onSuccess: leave });
  };
  const set = (key: keyof typeof given) => (value: string) => setGiven({ ...given, [key]: value });
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={t("login")} value={given.login} onChange={set("login")} autoComplete="username" required autoFocus />
      <Field label={t("name")} value={given.name} onChange={set("name")} autoComplete="name" />
      <Field label={t("password")} type="password" value={given.password} onChange={set("password")} autoComplete="new-password" required />
      {make.error && <p className="worse" role="alert">{say(Problem.from(make.error).words)}</p>}
      <Button type="primary" htmlType="submit" size="large" loading={make.isPending} block>{t("create")}</Button>
    </form>
  );
}
