"""Since when? The first day on which each suspect of an explanation was out of line, by what is like it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.explain.baseline import frame_of
from zhenyin.explain.binning import condition
from zhenyin.explain.models import Explanation, Suspect
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.question.cube import cube
from zhenyin.question.daily_counts import daily_counts
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.sums import span
from zhenyin.question.view_counts import View, is_quantile, is_row_count
from zhenyin.stats.onset import onset

_LOOK_BACK = timedelta(weeks=26)
"""Before the period, at least: what is out of line now may have been so in the span that it is held against."""
Filters = tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was explained. span: the days to look at. rest: whether it was held against the others."""

    metric: str
    filters: Filters
    period: Period
    span: Period
    rest: bool

    @property
    def late(self) -> int:
        """How many of the days lie before the period."""
        return max((self.period.start - self.span.start).days, 0)

    def own(self, where: dict[str, str]) -> Filters:
        return (*self.filters, *(condition(d, value) for d, value in where.items()))

    def frame(self, where: dict[str, str]) -> Filters:
        """Of whom the slice is a part: its place with any fault; of a place, those beside it; or what it is compared with."""
        return (*self.filters[:-1], *self.own(where)[len(self.filters) :]) if self.rest else frame_of(self.own(where))


def dated(
    workspace: Workspace, found: Explanation, filters: Filters, period: Period, before: Period | None, *, rest: bool
) -> Explanation:
    """The explanation of a slice in a period with the first day of each suspect that has one for sure.

    before: the span that it was held against, if it was one; rest: whether it was held against the tickets that meet all
    filters but the last. A slice that was out of line all the time that is looked at has no first day, and neither have
    distinct counts.
    """
    known = span(workspace.warehouse)
    if not found.suspects or known is None:
        return found
    start = min(period.start - _LOOK_BACK, before.start if before else period.start)
    # Before the record begins nobody knows how it was.
    asked = Asked(found.metric, filters, period, Period(max(start, known.period.start), period.end), rest)
    if is_quantile(asked.metric, ()):
        of_each = _above(workspace, asked, found)
    elif METRICS[asked.metric].kind in ("mean", "score", "share"):
        # By its own rows: the numerator of a share is a number too, but that of its tickets may change.
        of_each = _means(workspace, asked, found.suspects)
    elif is_row_count(asked.metric, ()):
        of_each = _counts(workspace, asked, found.suspects)
    else:
        return found
    first = asked.span.start
    told = (
        replace(suspect, since=_first(first, suspect, *course))
        for suspect, course in zip(found.suspects, of_each, strict=True)
    )
    return replace(found, suspects=tuple(told))


def _first(start: date, suspect: Suspect, seen: Floats, usual: Floats) -> date | None:
    day = onset(seen, usual, up=suspect.ratio >= 1)
    return start + timedelta(days=day) if day else None


Course = tuple[Floats, Floats]
"""What a slice had, and what it should have had: float [days] both."""


def _counts(workspace: Workspace, asked: Asked, suspects: Sequence[Suspect]) -> list[Course]:
    """By the other tickets of the frame, at the level that the slice was held against in the period."""
    pairs = [(asked.own(s.where), asked.frame(s.where)) for s in suspects]
    views = list(dict.fromkeys(View(None, part) for pair in pairs for part in pair))
    course_of = dict(zip(views, daily_counts(workspace.warehouse, asked.metric, asked.span, views), strict=True))
    told = []
    for suspect, (own, frame) in zip(suspects, pairs, strict=True):
        seen, whole = course_of[View(None, own)], course_of[View(None, frame)]
        others = np.maximum(whole - seen, 0.0)
        told.append((seen, others * max(suspect.expected, 0.5) / max(float(others[asked.late :].sum()), 1.0)))
    return told


def _above(workspace: Workspace, asked: Asked, found: Explanation) -> list[Course]:
    """Of a quantile: values above the level that it is held against, by the share of them in what it is held against."""
    share = 1 - (METRICS[asked.metric].q or 0.5)
    views = [View(None, asked.own(s.where), level) for s in found.suspects for level in (None, found.expected)]
    days = daily_counts(workspace.warehouse, asked.metric, asked.span, views)
    return [(above, all_ * share) for all_, above in zip(days[::2], days[1::2], strict=True)]


def _means(workspace: Workspace, asked: Asked, suspects: Sequence[Suspect]) -> list[Course]:
    """Of a mean or a share: its sum by its rows, in units of what a row should have had."""
    told = []
    for suspect in suspects:
        found = cube(
            workspace.warehouse, asked.metric, (), period=asked.span, grain="day", filters=asked.own(suspect.where)
        )
        at = [(day - asked.span.start).days for day in found.buckets]
        sums, rows = np.zeros((2, asked.span.days))
        sums[at], rows[at] = found.numerator.sum(axis=0), found.denominator.sum(axis=0)
        level = suspect.expected / max(float(rows[asked.late :].sum()), 1.0)
        told.append((sums / max(level, 1e-9), rows))
    return told
