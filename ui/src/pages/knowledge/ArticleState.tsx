import type { Article } from "../../api/articles";
import { useToday } from "../../api/installation";
import { day } from "../../format";
import { useLanguage, useText } from "../../words";
import knowledge from "../../words/knowledge";

/** Who the product says it is when it proposes. */
const PRODUCT = "zhenyin";

/** Whether somebody stands by it, who, and since when. */
export function ArticleState({ article }: { article: Article }) {
  const t = useText(knowledge);
  const { language } = useLanguage();
  const today = useToday();
  const on = (iso: string | null) => day(iso, language, today);
  const made = article.by === PRODUCT ? t("proposedBy", { when: on(article.at) }) : t("by", { who: article.by, when: on(article.at) });
  const reviewed = article.reviewed_by && t("reviewed", { who: article.reviewed_by, when: on(article.reviewed_at) });
  return <p className="note"><strong>{t(article.state)}</strong> · {reviewed ?? made}</p>;
}
