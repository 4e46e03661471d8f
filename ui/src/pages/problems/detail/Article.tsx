import { Link } from "react-router";
import { useArticle } from "../../../api/articles";
import { useMay } from "../../../api/session";
import { Card } from "../../../parts/Page";
import { Await } from "../../../parts/states";
import { useText } from "../../../words";
import problems from "../../../words/problems";
import { ArticleActs } from "../../../parts/article/ArticleActs";
import { ArticleState } from "../../../parts/article/ArticleState";
import { ArticleText } from "../../../parts/article/ArticleText";

/** The lesson that came of it; proposed by the product, published by a person. */
export function Article({ id }: { id: string }) {
  return useMay()("knowledge.read") ? <Shown id={id} /> : null;
}

function Shown({ id }: { id: string }) {
  const t = useText(problems);
  const article = useArticle(id);
  return (
    <Card title={t("article")} actions={<Link to={`/knowledge/${id}`}>{t("openArticle")}</Link>}>
      <Await query={article} height={240}>
        {(found) => (
          <div className="stack">
            <ArticleState article={found} />
            <ArticleText article={found} />
            <div className="row"><ArticleActs article={found} /></div>
          </div>
        )}
      </Await>
    </Card>
  );
}
