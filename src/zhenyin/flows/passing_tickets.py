"""The tickets behind a row of the process page: those that took one way, and those that had one step."""

from collections.abc import Sequence
from typing import Any

import ibis

from zhenyin.flows.process_choice import choose
from zhenyin.flows.ticket_page import page, taken_hours
from zhenyin.job.house import House
from zhenyin.process.steps import code
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

_NONE: dict[str, Any] = {"total": 0, "rows": []}


def tickets_of_way(
    house: House,
    way: Sequence[str],
    filters: Sequence[Filter] = (),
    period: Period | None = None,
    by: str = "auto",
    limit: int = 50,
    offset: int = 0,
) -> dict[str, Any]:
    """The tickets that went exactly through these steps, those that took longest first, with `taken_hours`.

    Raises NotFound (`step-unknown`), and what `choose` raises.
    """
    choice = choose(house, filters, period, by)
    if choice is None or not way:
        return _NONE
    steps = choice.named_steps
    wanted: Any = ibis.literal([choice.code(step) for step in way], "array<int64>")
    right = steps.mutate(right=(code(steps.packed) == wanted[steps.pos]).fill_null(False))
    each = right.group_by("ticket_id").aggregate(steps=right.count(), right=right.right.sum())
    found = each.filter(each.steps == len(way), each.right == len(way)).select("ticket_id")
    return page(house, found, "taken_hours", taken_hours, limit, offset)


def tickets_of_step(
    house: House,
    step: str,
    filters: Sequence[Filter] = (),
    period: Period | None = None,
    by: str = "auto",
    limit: int = 50,
    offset: int = 0,
) -> dict[str, Any]:
    """The tickets that had a step, those that had it most often first, with `times`.

    Raises NotFound (`step-unknown`), and what `choose` raises.
    """
    choice = choose(house, filters, period, by)
    if choice is None:
        return _NONE
    steps = choice.named_steps
    had = steps.filter(code(steps.packed) == choice.code(step))
    each = had.group_by("ticket_id").aggregate(times=had.count())
    return page(house, each, "times", lambda tickets: tickets.times, limit, offset)
