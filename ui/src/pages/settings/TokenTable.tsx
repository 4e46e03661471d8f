import { useToday } from "../../api/installation";
import type { AccessToken } from "../../api/tokens";
import { day, moment } from "../../format";
import { Button } from "../../parts/Button";
import { type Column, DataTable } from "../../parts/table";
import { useNarrow } from "../../parts/useNarrow";
import { useLanguage, useText } from "../../words";
import words from "../../words/settings";
import { byDomain, domainName, verbName } from "./permissions";

const STATE = { active: "tokenActive", expired: "tokenExpired", revoked: "tokenRevoked" } as const;

export function TokenTable({ tokens, owners, onRevoke }: { tokens: AccessToken[]; owners: boolean; onRevoke: (token: AccessToken) => void }) {
  const t = useText(words);
  const { language } = useLanguage();
  const today = useToday();
  const narrow = useNarrow();
  const name = (token: AccessToken) => <>{token.name}<br /><span className="note mono">{token.shown}</span></>;
  const state = (token: AccessToken) => <span className={token.state === "active" ? "nowrap" : "nowrap secondary"}>{t(STATE[token.state])}</span>;
  const expires = (token: AccessToken) => <span className="nowrap">{day(token.expires_at, language, today)}</span>;
  const used = (token: AccessToken) => <span className="nowrap">{token.last_used_at ? moment(token.last_used_at, language, today) : t("tokenUnused")}</span>;
  const leave = (token: AccessToken) => token.state === "active" && <Button size="small" aria-label={`${t("revoke")} ${token.name}`} onClick={() => onRevoke(token)}>{t("revoke")}</Button>;
  const owner: Column<AccessToken> = { key: "owner", title: t("owner"), render: (token) => token.owner.name };
  const last: Column<AccessToken> = { key: "revoke", title: <span className="hidden">{t("revoke")}</span>, render: leave };
  const wide: Column<AccessToken>[] = [
    { key: "name", title: t("tokenName"), render: name },
    ...(owners ? [owner] : []),
    { key: "permissions", title: t("tokenPermissions"), render: (token) => <Permissions token={token} /> },
    { key: "state", title: t("active"), render: state },
    { key: "expires", title: t("tokenExpires"), render: expires },
    { key: "used", title: t("tokenUsed"), render: used },
    last,
  ];
  // On a phone all of it stands in two columns, with the button in sight.
  const both: Column<AccessToken>[] = [
    { key: "name", title: t("tokenName"), render: (token) => <div>{name(token)}{owners && <div>{token.owner.name}</div>}<Permissions token={token} /></div> },
    { key: "state", title: t("active"), render: (token) => <div className="stack-8">{state(token)}<span className="note">{t("tokenExpires")} {expires(token)}<br />{t("tokenUsed")} {used(token)}</span>{leave(token)}</div> },
  ];
  const columns = narrow ? both : wide;
  return <DataTable label={t("tokens")} rows={tokens} columns={columns} rowKey={(token) => token.id} />;
}

/** What the token may do; what its owner's role has lost since is struck through. */
function Permissions({ token }: { token: AccessToken }) {
  const t = useText(words);
  return (
    <div className="settings-permissions">
      {byDomain(token.permissions).map(({ domain, verbs }) => (
        <span key={domain} className="note">
          {t("ofDomain", { domain: domainName(domain, t) })}
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
