import { SearchOutlined } from "@ant-design/icons";
import { useInstallation, useToday } from "../../api/installation";
import { moment } from "../../format";
import { useLanguage, useText } from "../../words";
import shell from "../../words/shell";
import { KEY } from "../palette/keys";
import { JobTray } from "./JobTray";
import { Mark } from "./Mark";
import { UserMenu } from "./UserMenu";

export function TopBar({ onFind }: { onFind: () => void }) {
  return (
    <header className="top-bar">
      <span className="top-mark"><Mark /></span>
      <DataUntil />
      <span className="grow" />
      <FindButton onClick={onFind} />
      <JobTray />
      <UserMenu />
    </header>
  );
}

/** Where the palette is found without knowing its key. */
function FindButton({ onClick }: { onClick: () => void }) {
  const t = useText(shell);
  return (
    <button type="button" className="find-button" aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K /" onClick={onClick}>
      <SearchOutlined aria-hidden="true" />
      <span className="find-text">{t("findOrGo")}</span>
      <kbd>{KEY}</kbd>
    </button>
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
