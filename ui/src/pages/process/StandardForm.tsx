/** The standard in force, and its change by those who may. */
import { useState } from "react";
import { type Conformance, useStateStandard } from "../../api/process";
import { useMay } from "../../api/session";
import { Area } from "../../parts/Area";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Page";
import { useRefusal } from "../../parts/useRefusal";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";

export function StandardForm({ found }: { found: Conformance }) {
  const t = useText(words);
  const { say } = useLanguage();
  const may = useMay()("ticket.admin");
  const refused = useRefusal();
  const [text, setText] = useState(say(found.standard));
  const change = useStateStandard();
  const state = (stated: string) => change.mutate({ text: stated, by: found.by }, { onError: refused });
  return (
    <Card title={t("standard")} sub={t(found.stated ? "stated" : "derived")}>
      {may ? (
        <div className="stack-8">
          <Area label={t("standardText")} rows={Math.min(found.standard.zh.split("\n").length + 2, 24)} value={text} onChange={setText} hint={t("standardHint")} />
          <div className="row">
            <Button disabled={!text.trim() || (found.stated && text === say(found.standard)) || change.isPending} onClick={() => state(text)}>{t("stateStandard")}</Button>
            {found.stated && <Button disabled={change.isPending} onClick={() => state("")}>{t("takeBack")}</Button>}
          </div>
        </div>
      ) : <pre className="process-standard">{say(found.standard)}</pre>}
    </Card>
  );
}
