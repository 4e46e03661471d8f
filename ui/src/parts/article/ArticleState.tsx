import type { Article } from "../../api/articles";
import { useToday } from "../../api/installation";
import { day } from "../../format";
import { useNameOf } from "../useNameOf";
import { useLanguage, useText } from "../../words";
import knowledge from "../../words/knowledge";

/** Whether somebody stands by it, who, and since when. */
export function ArticleState({ article }: { article: Article }) {
  const t = useText(knowledge);
  const { language } = useLanguage();
  const today = useToday();
  const nameOf = useNameOf();
  const on = (iso: string | null) => day(iso, language, today);
  const made = t("by", { who: nameOf(article.by), when: on(article.at) });
  const reviewed = article.reviewed_by && t("reviewed", { who: nameOf(article.reviewed_by), when: on(article.reviewed_at) });
  return <p className="note"><strong>{t(article.state)}</strong> · {reviewed ?? made}</p>;
}
