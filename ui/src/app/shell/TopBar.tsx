import { useInstallation, useToday } from "../../api/installation";
import { moment } from "../../format";
import { useLanguage, useText } from "../../words";
import shell from "../../words/shell";
import { JobTray } from "./JobTray";
import { Mark } from "./Mark";
import { UserMenu } from "./UserMenu";

export function TopBar() {
  return (
    <header className="top-bar">
      <span className="top-mark"><Mark /></span>
      <DataUntil />
      <span className="grow" />
      <JobTray />
      <UserMenu />
    </header>
  );
}

/** How old the data is, and in which zone all moments are. */
function DataUntil() {
  const t = useText(shell);
  const { language } = useLanguage();
  const { data } = useInstallation();
  const today = useToday();
  if (!data) return <span className="note" />;
  if (!data.data_until) return <span className="note">{t("noData")}</span>;
  return <span className="note">{t("dataUntil", { when: moment(data.data_until, language, today), zone: data.timezone })}</span>;
}
