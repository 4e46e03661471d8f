/** The only time that a token is shown. */
import { useId, useRef, useState } from "react";
import type { NewAccessToken } from "../../api/tokens";
import { Button } from "../../parts/Button";
import { useText } from "../../words";
import words from "../../words/settings";

export function NewSecret({ made, done }: { made: NewAccessToken; done: () => void }) {
  const t = useText(words);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => setCopied(await copyFrom(field.current));
  return (
    <div className="stack">
      <p className="strong" role="status">{t("tokenMade")}</p>
      <div className="field">
        <label htmlFor={id} className="note">{t("tokenSecret")} · {made.token.name}</label>
        <input id={id} ref={field} className="mono" value={made.secret} readOnly onFocus={(event) => event.target.select()} />
      </div>
      <p>{t("tokenOnce")}</p>
      <div className="row">
        <Button type="primary" onClick={() => void copy()}>{t(copied ? "copied" : "copy")}</Button>
        <Button onClick={done}>{t("done")}</Button>
      </div>
      <div className="stack-8">
        <span className="note">{t("tokenExample")}</span>
        <pre className="settings-example mono">{`curl -H "Authorization: Bearer $ZHENYIN_TOKEN" \\\n  ${window.location.origin}/api/metrics`}</pre>
      </div>
    </div>
  );
}

/** Whether the text of a field is in the clipboard now. An intranet without HTTPS has no Clipboard API: there the old command serves. */
async function copyFrom(field: HTMLInputElement | null): Promise<boolean> {
  if (!field) return false;
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand("copy");
  }
}
