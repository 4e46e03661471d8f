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


def naming(rows: Iterable[Mapping[str, Any]]) -> Naming:
    """The naming that the rows of `steps.names` tell: name, activity, n."""
    usual: dict[str, tuple[int, str]] = {}
    for row in rows:
        found = (row["n"], row["activity"] or "")
        usual[row["name"]] = max(usual.get(row["name"], (0, "")), found)
    activity = {name: told for name, (_, told) in usual.items()}
    return Naming(tuple(sorted(activity, key=lambda name: (_RANK.get(activity[name], 99), name))), activity)


def says_more(rows: Iterable[Mapping[str, Any]]) -> bool:
    """Whether sources tell steps apart that have one activity, so that their own words say more.

    rows: those of `steps.names` by "step".
    """
    told: dict[str, set[str]] = {}
    for row in rows:
        if row["own"]:
            told.setdefault(row["activity"] or "", set()).add(row["name"])
    return any(len(names) > 1 for names in told.values())
