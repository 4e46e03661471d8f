"""Data quality of a period: the tickets of each source, and its gaps beyond chance."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from zhenyin.intake import store as intake
from zhenyin.intake.models import Batch, BatchState
from zhenyin.job.workspace import Workspace
from zhenyin.question.models import Question, Span
from zhenyin.question.period import Period
from zhenyin.question.service import answer
from zhenyin.report.models import Quality, SourceGap, SourceState

_LEAST_EXPECTED_TICKETS = 10.0
"""Tickets that are expected in a gap at least: chance leaves out so many once in 20,000 times (Poisson)."""


def quality(workspace: Workspace, period: Period | None, covered: Span | None) -> Quality:
    """The state of all sources in a period."""
    with workspace.store.read() as db:
        batches = intake.all_batches(db, state=BatchState.DONE)
    if period is None or covered is None:
        return Quality((), 0, 0, 0, incomplete=False)
    by_day = answer(workspace.warehouse, Question(("reported_count",), ("source",), period=period, grain="day")).cells
    daily: dict[str, dict[date, int]] = {}
    for cell in by_day:
        if cell.at["source"] is not None:
            daily.setdefault(cell.at["source"], {})[cell.at["day"]] = int(cell.estimate.value or 0)
    last = min(period.end, covered.period.end)
    sources = [_state(name, days, Period(period.start, last), batches) for name, days in daily.items()]
    without_tickets = [
        _state(name, {}, Period(period.start, last), batches) for name in _ticket_sources(batches) - daily.keys()
    ]
    categories = answer(workspace.warehouse, Question(("ticket_count",), ("category",), period=period)).cells
    return Quality(
        sources=tuple(sorted(sources + without_tickets, key=lambda s: (-s.tickets, s.name))),
        reported=sum(sum(counts.values()) for counts in daily.values()),
        counted_tickets=int(sum(cell.estimate.value or 0 for cell in categories)),
        unclassified=int(sum(cell.estimate.value or 0 for cell in categories if cell.at["category"] is None)),
        incomplete=period.end > covered.period.end,
    )


def longest_gap(days: Sequence[tuple[date, int]]) -> SourceGap | None:
    """The longest run of days without tickets, where the mean of the other days makes it more than chance.

    days: tickets by day, ascending. None where there is no such gap.


    >>> week = [(date(2026, 3, day), 0 if 10 <= day < 14 else 6) for day in range(1, 29)]
    >>> longest_gap(week).days
    4
    >>> longest_gap([(day, n // 6) for day, n in week[:8]])
    """
    active = [n for _, n in days if n]
    if not active:
        return None
    mean, longest, run = sum(active) / len(active), None, []
    for day, n in (*days, (date.max, 1)):
        if n == 0:
            run.append(day)
            continue
        if run and (longest is None or len(run) > longest.days):
            longest = SourceGap(run[0], run[-1])
        run = []
    # On quiet days fewer come; half the mean of the active days is a safe guess of what was due.
    return longest if longest and longest.days * mean / 2 >= _LEAST_EXPECTED_TICKETS else None


def _state(name: str, counts: dict[date, int], period: Period, batches: list[Batch]) -> SourceState:
    days = [(day, counts.get(day, 0)) for day in _days(period)]
    own: list[Any] = [batch for batch in batches if batch.source == name]
    return SourceState(
        name=name,
        tickets=sum(counts.values()),
        last=max((day for day, n in counts.items() if n), default=None),
        rows=sum(batch.rows for batch in own),
        row_problems=sum(batch.problems for batch in own),
        gap=longest_gap(days),
    )


def _ticket_sources(batches: list[Batch]) -> set[str]:
    return {batch.source for batch in batches if batch.tickets}


def _days(period: Period) -> list[date]:
    return [period.start + timedelta(days=n) for n in range(max(period.days, 0))]
