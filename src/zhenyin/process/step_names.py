"""What steps are called: the product's own words for activities in both languages, in the order of a ticket's life."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from zhenyin.core.words import Words

ACTIVITIES: dict[str, Words] = {
    "reported": Words("提交", "reported"),
    "classified": Words("定级", "classified"),
    "assigned": Words("派单", "assigned"),
    "replied": Words("回复", "replied"),
    "changed": Words("状态变更", "changed"),
    "updated": Words("更新", "updated"),
    "transferred": Words("转派", "transferred"),
    "reopened": Words("重开", "reopened"),
    "resolved": Words("解决", "resolved"),
    "closed": Words("关闭", "closed"),
    "rated": Words("评价", "rated"),
}
AFTER_RESOLUTION = frozenset(("resolved", "closed", "rated"))
"""Activities after which a ticket waits for nobody who works on it."""
_RANK = {name: rank for rank, name in enumerate(ACTIVITIES)}


@dataclass(frozen=True, slots=True)
class StepNames:
    """The names of steps, in the order of a ticket's life, and the activity that each most often is."""

    names: tuple[str, ...]
    activity: Mapping[str, str]

    def title(self, name: str) -> Words:
        """A name for people: the product's word where it is one, else as the source has it."""
        return ACTIVITIES.get(name) or Words(name, name)

    def after_resolution(self, name: str) -> bool:
        """Whether the ticket is resolved after this step, so that the time from here on is nobody's waiting."""
        return self.activity.get(name) in AFTER_RESOLUTION


def by_team(rows: Iterable[Mapping[str, Any]]) -> StepNames:
    """The teams in rows of `steps.step_names`. A team is no activity: all of its sojourns may be waiting."""
    return StepNames(tuple(sorted(row["team"] for row in rows if row["team"] is not None)), {})


def by_activity(rows: Iterable[Mapping[str, Any]], source_words: bool) -> StepNames:
    """The names in rows of `steps.step_names`. source_words: by the sources' words, where they have some.

    >>> row = {"activity": "replied", "step": "Wait", "n": 3}
    >>> by_activity([row], source_words=True)
    StepNames(names=('Wait',), activity={'Wait': 'replied'})
    """
    most_frequent: dict[str, tuple[int, str]] = {}
    for row in rows:
        name = _source_word(row) if source_words else row["activity"]
        if name is not None:
            most_frequent[name] = max(most_frequent.get(name, (0, "")), (row["n"], row["activity"] or ""))
    activity = {name: word for name, (_, word) in most_frequent.items()}
    return StepNames(tuple(sorted(activity, key=lambda name: (_RANK.get(activity[name], len(_RANK)), name))), activity)


def is_more_specific(rows: Iterable[Mapping[str, Any]]) -> bool:
    """Whether sources have several words for one activity, so that their own words are more specific.

    >>> is_more_specific([{"activity": "replied", "step": "Wait"}, {"activity": "replied", "step": "Call"}])
    True
    """
    words: dict[str, set[str]] = {}
    for row in rows:
        if row["step"] is not None:
            words.setdefault(row["activity"] or "", set()).add(row["step"])
    return any(len(names) > 1 for names in words.values())


def _source_word(row: Mapping[str, Any]) -> str | None:
    name: str | None = row["step"] if row["step"] is not None else row["activity"]
    return name
