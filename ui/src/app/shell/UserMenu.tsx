/** Language, appearance, and the way out. */
import { UserOutlined } from "@ant-design/icons";
import { Link } from "react-router";
import { useLogOut, usePerson } from "../../api/session";
import { MODES, useTheme } from "../../style/theme";
import { setLanguage, useLanguage, useText } from "../../words";
import shell from "../../words/shell";
import { Button } from "../../parts/Button";
import { Choice } from "../../parts/Choice";
import { Pop } from "../../parts/Pop";

export function UserMenu() {
  const person = usePerson();
  return <Pop quiet label={person.name || person.login} icon={<UserOutlined />} content={() => <Menu />} />;
}

function Menu() {
  const t = useText(shell);
  const { language } = useLanguage();
  const { mode, setMode } = useTheme();
  const logOut = useLogOut();
  return (
    <div className="user-menu stack">
      <Choice label={t("language")} value={language} onChange={setLanguage} options={[{ value: "zh", label: "中文" }, { value: "en", label: "English" }]} />
      <Choice label={t("theme")} value={mode} onChange={setMode} options={MODES.map((value) => ({ value, label: t(value) }))} />
      <div className="row">
        <Link to="/settings" className="grow">{t("mySettings")}</Link>
        <Button onClick={() => logOut.mutate()} loading={logOut.isPending}>{t("logOut")}</Button>
      </div>
    </div>
  );
}
