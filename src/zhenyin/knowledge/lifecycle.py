"""The only table of allowed moves of an article."""

from zhenyin.knowledge.models import State

MOVES: dict[State, tuple[State, ...]] = {
    "proposed": ("published", "retired"),
    "published": ("retired",),
    "retired": ("published",),
}
