import { type FormEvent, useState } from "react";
import { type User, useRoles, useSaveUser } from "../../api/settings";
import { Button } from "../../parts/Button";
import { Choice } from "../../parts/Choice";
import { Field } from "../../parts/Field";
import { Select } from "../../parts/library/Select";
import { useLanguage, useText } from "../../words";
import words from "../../words/settings";
import { useOutcome } from "./useOutcome";

type Given = Required<Pick<User, "login" | "name" | "role" | "language"> & { password: string }>;

export function UserForm({ user, done }: { user: User | null; done: () => void }) {
  const t = useText(words);
  const { say } = useLanguage();
  const outcome = useOutcome();
  const { data: roles = [] } = useRoles();
  const save = useSaveUser();
  const [given, setGiven] = useState<Given>({ login: user?.login ?? "", name: user?.name ?? "", role: user?.role ?? "viewer", language: user?.language ?? "zh", password: "" });
  const set = (key: keyof Given) => (value: string) => setGiven({ ...given, [key]: value });
  const finish = (change: Parameters<typeof save.mutate>[0]) => {
    const { onError, onSuccess } = outcome(t("saved"));
    save.mutate(change, { onError, onSuccess: () => { onSuccess(); done(); } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { login: _login, password, ...rest } = given;
    finish(user ? { id: user.id, ...rest, ...(password ? { password } : {}) } : given);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={t("login")} value={given.login} onChange={set("login")} readOnly={user !== null} required autoComplete="off" />
      <Field label={t("name")} value={given.name} onChange={set("name")} autoComplete="off" />
      <div className="field">
        <span className="note">{t("role")}</span>
        <Select aria-label={t("role")} value={given.role} onChange={set("role")} options={roles.map((role) => ({ value: role.key, label: say(role.title) }))} />
      </div>
      <Choice label={t("language")} value={given.language} onChange={(value) => setGiven({ ...given, language: value })} options={[{ value: "zh", label: "中文" }, { value: "en", label: "English" }]} />
      <Field label={t(user ? "resetPassword" : "password")} type="password" value={given.password} onChange={set("password")} required={!user} autoComplete="new-password" />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>{t(user ? "save" : "addUser")}</Button>
        {user && <Button onClick={() => finish({ id: user.id, active: !user.active })}>{t(user.active ? "deactivate" : "activate")}</Button>}
      </div>
    </form>
  );
}
