"""Which team hands tickets to which, how long they wait there for the next step, and what the other team makes of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import SECONDS, choose
from zhenyin.process.mining import handovers
from zhenyin.process.mining.handovers import HandOff
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

_HOUR = 3600


@dataclass(frozen=True, slots=True)
class HandOffs:
    """Tickets with teams on record, how many of them `moved` from one to another, and the hand-offs, most frequent first.

    doors: what tickets are dispatched from; that is no hand-off.
    """

    tickets: int
    moved: int
    found: tuple[HandOff, ...]
    doors: frozenset[str]

    @property
    def between(self) -> tuple[HandOff, ...]:
        return tuple(one for one in self.found if one.source is not None and one.source not in self.doors)

    def sentence(self) -> Words:
        if not self.between:
            return Words("没有工单从一个组转到另一个组。", "No ticket was handed from one team to another.")
        top, share = self.between[0], self.moved / self.tickets
        back, idle = top.back / top.n, sum(one.secs for one in self.between) / _HOUR
        return Words(
            f"{self.moved:,} 件工单（{share:.1%}）换过处理组；最常见的是 {top.source} → {top.target}（{top.n:,} 次，"
            f"其中 {back:.0%} 随后回到经手过的组）。从交接到下一步共等待 {idle:,.0f} 小时。",
            f"{self.moved:,} tickets ({share:.1%}) moved between teams, most often {top.source} → {top.target} "
            f"({top.n:,} times; {back:.0%} then went back to a team that had the ticket before). "
            f"From a hand-off to the next step: {idle:,.0f} hours in all.",
        )

    def as_dict(self) -> dict[str, Any]:
        total = sum(one.n for one in self.between)
        return {
            "tickets": self.tickets,
            "moved": self.moved,
            "times": total,
            "doors": sorted(self.doors),
            "hand_offs": [_row(one, total) for one in self.between],
            "sentence": self.sentence().as_dict(),
        }


def _row(one: HandOff, total: int) -> dict[str, Any]:
    return {
        "source": one.source,
        "target": one.target,
        "n": one.n,
        "share": one.n / total,
        "tickets": one.tickets,
        "hours": one.secs / _HOUR,
        "mean_hours": one.secs / _HOUR / one.touched if one.touched else None,
        "back": one.back / one.n,
        "on": one.on / one.n,
        "solved": one.solved / one.n,
        "left": one.left / one.n,
    }


def handing_on(workspace: Workspace, filters: Sequence[Filter] = (), period: Period | None = None) -> HandOffs | None:
    """The hand-offs of tickets created in a period; None while no teams are on record.

    Raises Invalid for filters that tickets cannot take.
    """
    choice = choose(workspace, filters, period, "team")
    if choice is None:
        return None
    t, ask, names = choice.tickets, workspace.warehouse, choice.naming.names
    steps = choice.of(t.mutate(solved=t.resolution_seconds.notnull()), ("solved",), stays=False)
    found = handovers.read(ask.query(handovers.hand_offs(steps, len(names)), seconds=SECONDS).to_pylist(), names)
    doors = handovers.doors(found)
    return HandOffs(*handovers.moved(found, doors), found, doors)
