"""The only SQL of knowledge."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from zhenyin.core.store import METADATA
from zhenyin.core.words import Words
from zhenyin.knowledge.models import Article

ARTICLES = sa.Table(
    "articles",
    METADATA,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("problem_id", sa.String(40), nullable=False, index=True),
    sa.Column("symptom", sa.Text, nullable=False),
    sa.Column("cause", sa.Text, nullable=False),
    sa.Column("fix", sa.Text, nullable=False),
    sa.Column("effect", sa.JSON, nullable=False),
    sa.Column("state", sa.String(12), nullable=False),
    sa.Column("by", sa.String(80), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("reviewed_by", sa.String(80)),
    sa.Column("reviewed_at", sa.DateTime),
)
_PLAIN = tuple(column.name for column in ARTICLES.c if column.name != "effect")
_SEARCHED = (ARTICLES.c.title, ARTICLES.c.symptom, ARTICLES.c.cause, ARTICLES.c.fix)


def add(db: Connection, article: Article) -> None:
    values = {name: getattr(article, name) for name in _PLAIN} | {"effect": article.effect.as_dict()}
    db.execute(ARTICLES.insert().values(**values))


def change(db: Connection, article_id: str, **values: Any) -> None:
    db.execute(ARTICLES.update().where(ARTICLES.c.id == article_id).values(**values))


def get(db: Connection, article_id: str) -> Article | None:
    row = db.execute(ARTICLES.select().where(ARTICLES.c.id == article_id)).one_or_none()
    return _article(row) if row else None


def articles(db: Connection, q: str = "") -> list[Article]:
    """Articles that hold every word of `q`, the newest first."""
    chosen = ARTICLES.select().order_by(ARTICLES.c.at.desc(), ARTICLES.c.id)
    for word in q.split():
        chosen = chosen.where(sa.or_(*(column.icontains(word, autoescape=True) for column in _SEARCHED)))
    return [_article(row) for row in db.execute(chosen)]


def _article(row: Row[Any]) -> Article:
    data = row._mapping
    return Article(effect=Words(**data["effect"]), **{name: data[name] for name in _PLAIN})
