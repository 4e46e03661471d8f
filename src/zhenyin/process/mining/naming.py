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
DONE = frozenset(("resolved", "closed", "rated"))
"""Activities after which a ticket waits for nobody who works on it."""
_RANK = {name: rank for rank, name in enumerate(ACTIVITIES)}


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of steps, in the order of a ticket's life, and the activity that each usually is."""

    names: tuple[str, ...]
    activity: Mapping[str, str]

    def title(self, name: str) -> Words:
        """A name for people: the product's word where it is one, else as the source has it."""
        return ACTIVITIES.get(name) or Words(name, name)

    def done(self, name: str) -> bool:
        """Whether the ticket is solved after this step, so that the time from here on is nobody's waiting."""
        return self.activity.get(name) in DONE


def by_team(rows: Iterable[Mapping[str, Any]]) -> Naming:
    """The teams that rows of `steps.names` tell. A team is no activity: none of its stays is without waiting."""
    return Naming(tuple(sorted(row["team"] for row in rows if row["team"] is not None)), {})


def by_activity(rows: Iterable[Mapping[str, Any]], own: bool) -> Naming:
    """The names that rows of `steps.names` tell. own: by the sources' words, where they have some."""
    usual: dict[str, tuple[int, str]] = {}
    for row in rows:
        name = _own(row) if own else row["activity"]
        if name is not None:
            usual[name] = max(usual.get(name, (0, "")), (row["n"], row["activity"] or ""))
    activity = {name: told for name, (_, told) in usual.items()}
    return Naming(tuple(sorted(activity, key=lambda name: (_RANK.get(activity[name], len(_RANK)), name))), activity)


def says_more(rows: Iterable[Mapping[str, Any]]) -> bool:
    """Whether sources tell steps apart that have one activity, so that their own words say more."""
    told: dict[str, set[str]] = {}
    for row in rows:
        if row["step"] is not None:
            told.setdefault(row["activity"] or "", set()).add(row["step"])
    return any(len(names) > 1 for names in told.values())


def _own(row: Mapping[str, Any]) -> str | None:
    name: str | None = row["step"] if row["step"] is not None else row["activity"]
    return name
