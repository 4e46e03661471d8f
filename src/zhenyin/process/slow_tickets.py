"""What makes the slow ones slow: the tickets that took longest against all that were solved, by the locator."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhenyin.core.words import Words
from zhenyin.explain.subgroups import StandsOut, standing_out
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import choose
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

SLOW = 0.9
"""Tickets are slow that took longer than this share of all."""
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Slow:
    """Which slices the slowest tickets are in. hours: what they took at least; n of solved tickets."""

    hours: float
    n: int
    solved: int
    suspects: tuple[StandsOut, ...]

    def sentence(self) -> Words:
        head = (
            f"最慢的 {1 - SLOW:.0%} 工单用了 {self.hours:,.0f} 小时以上",
            (f"The slowest {1 - SLOW:.0%} of tickets took more than {self.hours:,.0f} hours"),
        )
        if not self.suspects:
            return Words(
                f"{head[0]}；它们与其余工单没有明显不同。",
                f"{head[1]}; nothing on record sets them apart from the others.",
            )
        top = self.suspects[0].sentence()
        return Words(f"{head[0]}，最突出的是{top.zh}", f"{head[1]}. What stands out most is {top.en}")

    def as_dict(self) -> dict[str, Any]:
        return {
            "hours": self.hours,
            "n": self.n,
            "solved": self.solved,
            "suspects": [one.as_dict() for one in self.suspects],
            "sentence": self.sentence().as_dict(),
        }


def slow_tickets(workspace: Workspace, filters: Sequence[Filter] = (), period: Period | None = None) -> Slow | None:
    """The slices in which slow tickets are more than their part; None while nothing is solved.

    Raises Invalid for filters that tickets cannot take.
    """
    choice = choose(workspace, filters, period, "activity")
    if choice is None:
        return None
    t = choice.tickets
    solved = t.filter(t.resolution_seconds >= 0)
    limit = workspace.warehouse.query(solved.aggregate(q=solved.resolution_seconds.quantile(SLOW)))["q"][0].as_py()
    if limit is None:
        return None
    slow = solved.resolution_seconds > limit
    counts = workspace.warehouse.query(solved.aggregate(n=slow.sum().cast("int64"), solved=solved.count())).to_pylist()[
        0
    ]
    suspects = standing_out(workspace, solved, slow, [f.dimension for f in filters])
    return Slow(limit / _HOUR, int(counts["n"]), counts["solved"], suspects)
