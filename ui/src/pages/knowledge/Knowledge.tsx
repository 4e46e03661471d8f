/** What was learned, found by its words. */
import { useEffect, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { type Article, type ArticleState as State, useArticles } from "../../api/articles";
import { Button } from "../../parts/Button";
import { Choice } from "../../parts/Choice";
import { Card, Page } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import knowledge from "../../words/knowledge";
import { ArticleState } from "../../parts/article/ArticleState";
import "./knowledge.css";

const STATES: State[] = ["proposed", "published", "retired"];
const ANY = "any";
const PAUSE = 300;

export default function Knowledge() {
  const t = useText(knowledge);
  const [params, setParams] = useSearchParams();
  const q = params.get("q") ?? "";
  const state = STATES.find((one) => one === params.get("state")) ?? ANY;
  const set = (name: string, value: string) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (value && value !== ANY) next.set(name, value);
      else next.delete(name);
      return next;
    }, { replace: true });
  const found = useArticles(q);
  return (
    <Page title={t("title")} sub={t("sub")}>
      <div className="row">
        <Search q={q} onSearch={(text) => set("q", text)} />
        <Choice bare label={t("states")} value={state} onChange={(next) => set("state", next)} options={[{ value: ANY, label: t("anyState") }, ...STATES.map((one) => ({ value: one, label: t(one) }))]} />
      </div>
      <Card>
        <Await query={found} height={320}>
          {(all) => {
            const list = all.filter((one) => state === ANY || one.state === state);
            if (list.length) return <ul className="knowledge-list">{list.map((one) => <Line key={one.id} article={one} />)}</ul>;
            return q ? <Empty why={t("noneFound", { q })} action={<Button onClick={() => set("q", "")}>{t("clear")}</Button>} /> : <Empty why={t("none")} />;
          }}
        </Await>
      </Card>
    </Page>
  );
}

function Search({ q, onSearch }: { q: string; onSearch: (text: string) => void }) {
  const t = useText(knowledge);
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text.trim() === q) return;
    const timer = setTimeout(() => onSearch(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text, q, onSearch]);
  return <input type="search" className="knowledge-search" aria-label={t("search")} placeholder={t("search")} value={text} onChange={(event) => setText(event.target.value)} />;
}

function Line({ article }: { article: Article }) {
  const { say } = useLanguage();
  return (
    <li>
      <div>
        <Link to={`/knowledge/${article.id}`} className="strong">{article.title}</Link>
        <p className="secondary lines-2">{article.symptom}</p>
        <ArticleState article={article} />
      </div>
      <div>
        <p>{article.fix}</p>
        <p className="note">{say(article.effect)}</p>
      </div>
    </li>
  );
}
