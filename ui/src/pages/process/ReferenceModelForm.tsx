/** The reference model in force, and its change by those who may. */
import { useState } from "react";
import { type Conformance, useStateReferenceModel } from "../../api/process";
import { useMay } from "../../api/session";
import { Area } from "../../parts/Area";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Page";
import { useRefusal } from "../../parts/useRefusal";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";

export function ReferenceModelForm({ model }: { model: Conformance["reference_model"] }) {
  const t = useText(words);
  const { say } = useLanguage();
  const may = useMay()("ticket.admin");
  const refused = useRefusal();
  const [text, setText] = useState(say(model.text));
  const change = useStateReferenceModel();
  const state = (stated: string | null) => change.mutate({ text: stated, by: model.by }, { onError: refused });
  return (
    <Card title={t("referenceModel")} sub={t(model.stated ? "stated" : "derived")}>
      {may ? (
        <div className="stack-8">
          <Area label={t("modelText")} rows={Math.min(model.text.zh.split("\n").length + 2, 24)} value={text} onChange={setText} hint={t("modelHint")} />
          <div className="row">
            <Button disabled={!text.trim() || (model.stated && text === say(model.text)) || change.isPending} onClick={() => state(text)}>{t("stateModel")}</Button>
            {model.stated && <Button disabled={change.isPending} onClick={() => state(null)}>{t("takeBack")}</Button>}
          </div>
        </div>
      ) : <pre className="process-model">{say(model.text)}</pre>}
    </Card>
  );
}
