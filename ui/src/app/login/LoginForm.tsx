import { type FormEvent, useState } from "react";
import { Problem } from "../../api/problem";
import { useLogIn } from "../../api/session";
import { Button } from "../../parts/Button";
import { useLanguage, useText } from "../../words";
import words from "../../words/login";
import { Field } from "../../parts/Field";

export function LoginForm() {
  const t = useText(words);
  const { say } = useLanguage();
  const enter = useLogIn();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ login, password });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={t("login")} value={login} onChange={setLogin} autoComplete="username" required autoFocus />
      <Field label={t("password")} type="password" value={password} onChange={setPassword} autoComplete="current-password" required />
      {enter.error && <p className="worse" role="alert">{say(Problem.from(enter.error).words)}</p>}
      <Button type="primary" htmlType="submit" size="large" loading={enter.isPending} block>{t("enter")}</Button>
    </form>
  );
}
