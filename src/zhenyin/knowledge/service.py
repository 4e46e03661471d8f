"""Articles at work: proposed by a verified action, edited, reviewed, retired."""

from datetime import datetime

from sqlalchemy.engine import Connection

from zhenyin.core import ids
from zhenyin.core.errors import Conflict, Invalid, NotFound
from zhenyin.core.words import Words
from zhenyin.knowledge import lifecycle, store
from zhenyin.knowledge.models import Article, ArticleState

_STATES: dict[ArticleState, Words] = {
    "proposed": Words("待审核", "proposed"),
    "published": Words("已发布", "published"),
    "retired": Words("已停用", "retired"),
}
_TEXTS = ("title", "symptom", "cause", "fix")


def propose(
    db: Connection,
    problem_id: str,
    by: str,
    at: datetime,
    *,
    title: str,
    symptom: str,
    cause: str,
    fix: str,
    effect: Words,
) -> Article:
    """Propose an article for review."""
    article = Article(ids.new("kno"), title, problem_id, symptom, cause, fix, effect, "proposed", by, at)
    store.add(db, article)
    return article


def get(db: Connection, article_id: str) -> Article:
    found = store.get(db, article_id)
    if found is None:
        raise NotFound("article-unknown", en=f"There is no article {article_id!r}.", zh=f"没有知识 {article_id}。")
    return found


def edit(db: Connection, article_id: str, by: str, at: datetime, **texts: str | None) -> Article:
    """Change texts; what is None stays. An edited article is reviewed anew. Raises Invalid (`text-empty`)."""
    article = get(db, article_id)
    given = {name: text.strip() for name, text in texts.items() if name in _TEXTS and text is not None}
    changed = {name: text for name, text in given.items() if text != getattr(article, name)}
    if any(not text for text in changed.values()):
        raise Invalid("text-empty", en="No part of an article may be empty.", zh="知识的各部分都不能为空。")
    if changed:
        state = "proposed" if article.state == "published" else article.state
        store.change(db, article_id, **changed, state=state, by=by, at=at, reviewed_by=None, reviewed_at=None)
    return get(db, article_id)


def publish(db: Connection, article_id: str, by: str, at: datetime) -> Article:
    """Publish an article that a person has reviewed. Raises NotFound, Conflict (`article-move`)."""
    return _moved(db, article_id, "published", by, at)


def retire(db: Connection, article_id: str, by: str, at: datetime) -> Article:
    """Retire an article that no longer holds. Raises NotFound, Conflict (`article-move`)."""
    return _moved(db, article_id, "retired", by, at)


def _moved(db: Connection, article_id: str, to: ArticleState, by: str, at: datetime) -> Article:
    article = get(db, article_id)
    if to not in lifecycle.MOVES[article.state]:
        here, there = _STATES[article.state], _STATES[to]
        raise Conflict(
            "article-move",
            en=f"The article is {here.en} and cannot become {there.en}.",
            zh=f"该知识{here.zh}，不能转为{there.zh}。",
        )
    store.change(db, article_id, state=to, reviewed_by=by, reviewed_at=at)
    return get(db, article_id)
