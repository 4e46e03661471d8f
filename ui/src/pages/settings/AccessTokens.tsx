/** Personal access tokens: made, shown once, listed, revoked. */
import { useState } from "react";
import { useToday } from "../../api/installation";
import { useMay } from "../../api/session";
import { type AccessToken, useRevokeToken, useTokens } from "../../api/tokens";
import { moment } from "../../format";
import { Asking } from "../../parts/Asking";
import { Button } from "../../parts/Button";
import { Choice } from "../../parts/Choice";
import { Card } from "../../parts/Page";
import { Side } from "../../parts/Side";
import { Await, Empty } from "../../parts/states";
import { message } from "../../parts/messages";
import { useLanguage, useText } from "../../words";
import words from "../../words/settings";
import { TokenForm } from "./TokenForm";
import { TokenTable } from "./TokenTable";

type Whose = "mine" | "everyone";

export function AccessTokens() {
  const t = useText(words);
  const may = useMay();
  const [whose, setWhose] = useState<Whose>("mine");
  const [making, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<AccessToken | null>(null);
  const tokens = useTokens(whose === "everyone");
  const actions = <Button type="primary" onClick={() => setMaking(true)}>{t("newToken")}</Button>;
  return (
    <Card title={t("tokens")} sub={t("tokensSub")} actions={actions}>
      <div className="stack-8">
        {may("account.admin") && <Choice bare label={t("owner")} value={whose} onChange={setWhose} options={[{ value: "mine", label: t("mine") }, { value: "everyone", label: t("everyone") }]} />}
        <Await query={tokens} height={160}>
          {(page) => (page.items.length ? <TokenTable tokens={page.items} owners={whose === "everyone"} onRevoke={setLeaving} /> : <Empty why={t("noTokens")} />)}
        </Await>
      </div>
      <Side open={making} onClose={() => setMaking(false)} title={t("newToken")} width={480}>
        {making && <TokenForm done={() => setMaking(false)} />}
      </Side>
      {leaving && <Revoke token={leaving} onClose={() => setLeaving(null)} />}
    </Card>
  );
}

function Revoke({ token, onClose }: { token: AccessToken; onClose: () => void }) {
  const t = useText(words);
  const today = useToday();
  const revoke = useRevokeToken();
  const act = () => revoke.mutate(token.id, { onSuccess: () => { message.success(t("tokenWasRevoked")); onClose(); } });
  return (
    <Asking title={t("revokeToken")} act={t("revokeToken")} ready busy={revoke.isPending} error={revoke.error} onAct={act} onClose={onClose}>
      <p>{t("revokeAsk", { name: token.name })}</p>
      <LastUse token={token} today={today} />
    </Asking>
  );
}

function LastUse({ token, today }: { token: AccessToken; today: string }) {
  const t = useText(words);
  const { language } = useLanguage();
  return <p className="note"><span className="mono">{token.shown}</span> · {t("tokenUsed")} {token.last_used_at ? moment(token.last_used_at, language, today) : t("tokenUnused")}</p>;
}
