import type { Article } from "../../api/articles";
import { useLanguage, useText } from "../../words";
import knowledge from "../../words/knowledge";
import "./article.css";

export function ArticleText({ article }: { article: Article }) {
  const t = useText(knowledge);
  const { say } = useLanguage();
  return (
    <dl className="article-text">
      {(["symptom", "cause", "fix"] as const).map((part) => <div key={part}><dt className="note">{t(part)}</dt><dd className="prose">{article[part]}</dd></div>)}
      <div><dt className="note">{t("effect")} · {t("effectNote")}</dt><dd className="prose">{say(article.effect)}</dd></div>
    </dl>
  );
}
