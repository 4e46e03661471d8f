import { useState } from "react";
import { type Article, type ArticleTexts, useArticleActs } from "../../api/articles";
import { useMay } from "../../api/session";
import { Area } from "../Area";
import { Asking } from "../Asking";
import { Button } from "../Button";
import { Field } from "../Field";
import { message } from "../messages";
import { useRefusal } from "../useRefusal";
import { useText } from "../../words";
import knowledge from "../../words/knowledge";

export function ArticleActs({ article }: { article: Article }) {
  const t = useText(knowledge);
  const may = useMay()("knowledge.write");
  const onError = useRefusal();
  const [editing, setEditing] = useState(false);
  const { publish, retire } = useArticleActs(article.id);
  if (!may) return null;
  const notify = (text: string) => ({ onError, onSuccess: () => void message.success(text) });
  return (
    <>
      <Button onClick={() => setEditing(true)}>{t("edit")}</Button>
      {article.state !== "retired" && <Button loading={retire.isPending} onClick={() => retire.mutate(undefined, notify(t("wasRetired")))}>{t("retire")}</Button>}
      {article.state !== "published" && <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(undefined, notify(t("wasPublished")))}>{t("publish")}</Button>}
      {editing && <Edit article={article} onClose={() => setEditing(false)} />}
    </>
  );
}

function Edit({ article, onClose }: { article: Article; onClose: () => void }) {
  const t = useText(knowledge);
  const [texts, setTexts] = useState<ArticleTexts>({ title: article.title, symptom: article.symptom, cause: article.cause, fix: article.fix });
  const { edit } = useArticleActs(article.id);
  const ready = Object.values(texts).every((text) => text.trim());
  return (
    <Asking title={t("edit")} act={t("save")} ready={ready} busy={edit.isPending} error={edit.error} onAct={() => edit.mutate(texts, { onSuccess: onClose })} onClose={onClose}>
      <Field label={t("articleTitle")} value={texts.title} onChange={(title) => setTexts({ ...texts, title })} maxLength={200} />
      {(["symptom", "cause", "fix"] as const).map((part) => <Area key={part} label={t(part)} value={texts[part]} onChange={(text) => setTexts({ ...texts, [part]: text })} />)}
      {article.state === "published" && <p className="note">{t("again")}</p>}
    </Asking>
  );
}
