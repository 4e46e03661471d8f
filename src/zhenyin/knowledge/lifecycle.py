"""Lifecycle of an article: the only table of allowed moves between its states."""

from zhenyin.knowledge.models import ArticleState

MOVES: dict[ArticleState, tuple[ArticleState, ...]] = {
    "proposed": ("published", "retired"),
    "published": ("retired",),
    "retired": ("published",),
}
