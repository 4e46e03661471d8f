/** The way in: login and password, or the first administrator by the printed one-time link. */
import { useEffect } from "react";
import { useLocation } from "react-router";
import { Choice } from "../../parts/Choice";
import { Mark } from "../shell/Mark";
import { setLanguage, useLanguage, useText } from "../../words";
import login from "../../words/login";
import { FirstAdminForm } from "./FirstAdminForm";
import "./login.css";
import { LoginForm } from "./LoginForm";

export default function Login({ firstRun }: { firstRun: boolean }) {
  const t = useText(login);
  const { language } = useLanguage();
  const { pathname, search } = useLocation();
  const token = new URLSearchParams(search).get("token");
  const first = firstRun || pathname === "/first-admin";
  useEffect(() => {
    document.title = t(first ? "firstTitle" : "title");
  }, [first, t]);
  return (
    <main className="login">
      <div className="login-card">
        <div className="row"><Mark size={28} /><h1>{t(first ? "firstTitle" : "title")}</h1></div>
        <p className="note">{t(first && token ? "firstAbout" : "about")}</p>
        {!first && <LoginForm />}
        {first && token && <FirstAdminForm token={token} />}
        {first && !token && <><p>{t("noToken")}</p><p className="note">{t("again")}</p></>}
        <Choice bare label="Language 语言" value={language} onChange={setLanguage} options={[{ value: "zh", label: "中文" }, { value: "en", label: "English" }]} />
      </div>
    </main>
  );
}
