import { Link, useParams } from "react-router";
import { type Article, useArticle } from "../../api/articles";
import { useProblems } from "../../api/problems";
import { Card, Page } from "../../parts/Page";
import { Await } from "../../parts/states";
import { useText } from "../../words";
import knowledge from "../../words/knowledge";
import { ArticleActs } from "../../parts/article/ArticleActs";
import { ArticleState } from "../../parts/article/ArticleState";
import { ArticleText } from "../../parts/article/ArticleText";
import "./knowledge.css";

export default function ArticleDetail() {
  const { id = "" } = useParams();
  const found = useArticle(id);
  if (found.data) return <Shown article={found.data} />;
  return <div className="page"><Await query={found} height={480}>{() => null}</Await></div>;
}

function Shown({ article }: { article: Article }) {
  const t = useText(knowledge);
  const { data: problems } = useProblems();
  const problem = problems?.find(({ id }) => id === article.problem_id);
  return (
    <Page title={article.title} sub={<Link to="/knowledge">{t("all")}</Link>} actions={<ArticleActs article={article} />}>
      <Card>
        <div className="stack">
          <ArticleState article={article} />
          <ArticleText article={article} />
          <p><span className="note">{t("problem")}</span> <Link to={`/problems/${article.problem_id}`}>{problem?.title ?? article.problem_id}</Link></p>
        </div>
      </Card>
    </Page>
  );
}
