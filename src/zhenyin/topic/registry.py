"""What becomes of topics: kept over re-runs, renamed, merged, split."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np
from sqlalchemy.engine import Connection

from zhenyin.core.arrays import Ints
from zhenyin.core.errors import Conflict, Invalid, NotFound
from zhenyin.text.naming import Name
from zhenyin.topic import store
from zhenyin.topic.models import Topic

_INHERIT_SHARE = 0.5
"""Share of a small cluster's tickets that bore a topic before, from which it still is that topic."""


def get(db: Connection, number: int) -> Topic:
    """The topic of that number, if tickets bear it. Raises NotFound."""
    found = store.get(db, number)
    if found is None or found.state != "live":
        raise NotFound(
            "topic-unknown",
            en=f"There is no topic {number} any more. Ask for the list of topics.",
            zh=f"没有编号为 {number} 的话题，或已被合并。请查看话题列表。",
        )
    return found


def live(db: Connection) -> list[Topic]:
    return [topic for topic in store.topics(db) if topic.state == "live"]


def inherited(small: Ints, before: Ints, clusters: int) -> Ints:
    """int [clusters], the topic that each small cluster inherits from its tickets, or -1.

    small: int [tickets], their small cluster now. before: int [tickets], their topic before. Both -1 for none. What
    people merged stays merged, and what they split stays split, because tickets hold their topic.
    """
    kept = np.full(clusters, -1, dtype=np.int64)
    for one in range(clusters):
        was = before[small == one]
        known = was[was >= 0]
        if len(known):
            topics, counts = np.unique(known, return_counts=True)
            if counts.max() >= _INHERIT_SHARE * len(was):
                kept[one] = topics[counts.argmax()]
    return kept


def numbered(db: Connection, kept: Ints, groups: Ints) -> Ints:
    """int [clusters], topic numbers: inherited ones, and new ones for the groups among the rest."""
    first = max((topic.number for topic in store.topics(db)), default=0) + 1
    free = np.unique(groups[kept < 0])
    return np.where(kept >= 0, kept, first + np.searchsorted(free, groups))


def keep(db: Connection, numbers: Sequence[int], found: Sequence[Name], at: datetime, by: str) -> list[Topic]:
    """Write down the topics of a run. Known ones keep their names; those that nothing is like any more are gone."""
    known = {topic.number: topic for topic in store.topics(db)}
    taken = {topic.name for topic in known.values() if topic.number in set(numbers)}
    for number, name in zip(numbers, found, strict=True):
        if number in known:
            store.save(db, replace(known[number], phrases=name.phrases, state="live", into=None))
        else:
            text = name.text if name.text not in taken else f"{name.text} {number}"
            taken.add(text)
            store.save(db, Topic(number, text, name.phrases, False, "live", None, at, by))
    for topic in known.values():
        if topic.state == "live" and topic.number not in set(numbers):
            store.save(db, replace(topic, state="gone"))
    return live(db)


def rename(db: Connection, number: int, name: str, by: str) -> Topic:
    """Raises Invalid for an empty name, and Conflict for one that another topic bears."""
    topic, name = get(db, number), name.strip()
    if not name:
        raise Invalid("topic-name-empty", en="A topic needs a name.", zh="话题名称不能为空。")
    if any(other.name == name and other.number != number for other in live(db)):
        raise Conflict(
            "topic-name-taken",
            en=f"Another topic is called {name!r}. Choose another name, or merge the two.",
            zh=f"已有名为“{name}”的话题。请换一个名称，或合并两个话题。",
        )
    store.save(db, replace(topic, name=name, by_hand=True, by=by))
    return get(db, number)


def merge(db: Connection, number: int, into: int, by: str) -> Topic:
    """Let a topic go up in another one. Raises Invalid when both are the same."""
    topic, other = get(db, number), get(db, into)
    if number == into:
        raise Invalid("topic-merge-self", en="A topic cannot be merged into itself.", zh="话题不能与自身合并。")
    store.save(db, replace(topic, state="merged", into=other.number, by=by))
    return other


def divide(
    db: Connection, topic: Topic, second: int, found: Sequence[Name], at: datetime, by: str
) -> tuple[Topic, Topic]:
    """Write down a split: the first part keeps its name, the second gets one that is free."""
    first, other = found
    taken = {known.name for known in live(db)}
    name = other.text if other.text not in taken else f"{other.text} {second}"
    store.save(db, replace(topic, phrases=first.phrases, by=by))
    store.save(db, Topic(second, name, other.phrases, False, "live", None, at, by))
    return get(db, topic.number), get(db, second)


def too_small(topic: Topic) -> Conflict:
    """The refusal to split what is said in one way only."""
    return Conflict(
        "topic-one-thing",
        en=f"All tickets of {topic.name!r} say it in one way; it cannot be split.",
        zh=f"“{topic.name}”只有一种说法，无法拆分。",
    )
