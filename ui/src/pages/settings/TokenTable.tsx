import { useToday } from "../../api/installation";
import type { AccessToken } from "../../api/tokens";
import { day, moment } from "../../format";
import { Button } from "../../parts/Button";
import { type Column, DataTable } from "../../parts/table";
import { useLanguage, useText } from "../../words";
import words from "../../words/settings";
import { byDomain, domainName, verbName } from "./permissions";

const STATE = { active: "tokenActive", expired: "tokenExpired", revoked: "tokenRevoked" } as const;

export function TokenTable({ tokens, owners, onRevoke }: { tokens: AccessToken[]; owners: boolean; onRevoke: (token: AccessToken) => void }) {
  const t = useText(words);
  const { language } = useLanguage();
  const today = useToday();
  const owner: Column<AccessToken> = { key: "owner", title: t("owner"), render: (token) => token.owner.name };
  const columns: Column<AccessToken>[] = [
    { key: "name", title: t("tokenName"), render: (token) => <>{token.name}<br /><span className="note mono">{token.shown}</span></> },
    ...(owners ? [owner] : []),
    { key: "permissions", title: t("tokenPermissions"), render: (token) => <Permissions token={token} /> },
    { key: "state", title: t("active"), render: (token) => <span className={token.state === "active" ? "nowrap" : "nowrap secondary"}>{t(STATE[token.state])}</span> },
    { key: "expires", title: t("tokenExpires"), render: (token) => <span className="nowrap">{day(token.expires_at, language, today)}</span> },
    { key: "used", title: t("tokenUsed"), render: (token) => <span className="nowrap">{token.last_used_at ? moment(token.last_used_at, language, today) : t("tokenUnused")}</span> },
    { key: "revoke", title: <span className="hidden">{t("revoke")}</span>, render: (token) => token.state === "active" && <Button size="small" aria-label={`${t("revoke")} ${token.name}`} onClick={() => onRevoke(token)}>{t("revoke")}</Button> },
  ];
  return <DataTable label={t("tokens")} rows={tokens} columns={columns} rowKey={(token) => token.id} />;
}

/** What the token may do; what its owner's role has lost since is struck through. */
function Permissions({ token }: { token: AccessToken }) {
  const t = useText(words);
  return (
    <div className="settings-permissions">
      {byDomain(token.permissions).map(({ domain, verbs }) => (
        <span key={domain} className="note">
          {domainName(domain, t)}{" "}
          {verbs.map((verb, place) => (
            <span key={verb}>
              {place > 0 && " · "}
              {token.state !== "active" || token.effective.includes(`${domain}.${verb}`) ? verbName(verb, t) : <s title={t("notEffective")}>{verbName(verb, t)}</s>}
            </span>
          ))}
        </span>
      ))}
    </div>
  );
}
