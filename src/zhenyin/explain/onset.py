"""Onset of suspects: the first day of the level that each of them ends with, relative to like tickets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.explain.baseline import reference_filters
from zhenyin.explain.binning import bin_filter
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

_LOOKBACK = timedelta(weeks=26)
"""Days before the period, at least: a change may have begun in the baseline period."""
Filters = tuple[Filter, ...]
DailySeries = tuple[Floats, Floats]
"""Observed and expected figures of a slice: float [days] both."""


@dataclass(frozen=True, slots=True)
class OnsetQuery:
    """What was explained. lookback: the days to search. against_rest: whether it was compared with the rest."""

    metric: str
    filters: Filters
    period: Period
    lookback: Period
    against_rest: bool

    @property
    def days_before_period(self) -> int:
        """How many of the days lie before the period."""
        return max((self.period.start - self.lookback.start).days, 0)

    def case_filters(self, where: dict[str, str]) -> Filters:
        """The filters of a suspect."""
        return (*self.filters, *(bin_filter(d, value) for d, value in where.items()))

    def reference_filters(self, where: dict[str, str]) -> Filters:
        """The filters of all tickets that a suspect is compared with, its own among them."""
        case = self.case_filters(where)
        return (*self.filters[:-1], *case[len(self.filters) :]) if self.against_rest else reference_filters(case)


def add_onsets(
    workspace: Workspace,
    found: Explanation,
    filters: Filters,
    period: Period,
    before: Period | None,
    *,
    against_rest: bool,
) -> Explanation:
    """The explanation with the onset of each suspect that has a clear one.

    before: the baseline period, if there was one. against_rest: whether the slice was compared with the tickets that meet all
    filters but the last. A slice that was as high all the time has no onset, and distinct counts have none.
    """
    known = span(workspace.warehouse)
    if not found.suspects or known is None:
        return found
    start = min(period.start - _LOOKBACK, before.start if before else period.start)
    # Nothing is known of the days before the record begins.
    lookback = Period(max(start, known.period.start), period.end)
    query = OnsetQuery(found.metric, filters, period, lookback, against_rest)
    series = _series(workspace, query, found)
    if series is None:
        return found
    dated = (
        replace(suspect, since=_onset_day(lookback.start, suspect, *of_suspect))
        for suspect, of_suspect in zip(found.suspects, series, strict=True)
    )
    return replace(found, suspects=tuple(dated))


def _series(workspace: Workspace, query: OnsetQuery, found: Explanation) -> list[DailySeries] | None:
    """The daily series of each suspect; None of a metric that has none."""
    if is_quantile(query.metric, ()):
        return _exceedances(workspace, query, found)
    if METRICS[query.metric].kind in ("mean", "score", "share"):
        # The number of rows may change as well, so that the figure is taken per row.
        return _means(workspace, query, found.suspects)
    if is_row_count(query.metric, ()):
        return _counts(workspace, query, found.suspects)
    return None


def _onset_day(start: date, suspect: Suspect, observed: Floats, expected: Floats) -> date | None:
    day = onset(observed, expected, up=suspect.ratio >= 1)
    return start + timedelta(days=day) if day else None


def _counts(workspace: Workspace, query: OnsetQuery, suspects: Sequence[Suspect]) -> list[DailySeries]:
    """Of a count: expected are the other tickets of the reference, at the level that they have in the period."""
    pairs = [(query.case_filters(s.where), query.reference_filters(s.where)) for s in suspects]
    views = list(dict.fromkeys(View(None, part) for pair in pairs for part in pair))
    counts = daily_counts(workspace.warehouse, query.metric, query.lookback, views)
    series_of = dict(zip(views, counts, strict=True))
    found = []
    for suspect, (case, reference) in zip(suspects, pairs, strict=True):
        observed, whole = series_of[View(None, case)], series_of[View(None, reference)]
        others = np.maximum(whole - observed, 0.0)
        level = max(suspect.expected, 0.5) / max(float(others[query.days_before_period :].sum()), 1.0)
        found.append((observed, others * level))
    return found


def _exceedances(workspace: Workspace, query: OnsetQuery, found: Explanation) -> list[DailySeries]:
    """Of a quantile: tickets above the level of the reference; expected is the share that lies above it there."""
    share = 1 - (METRICS[query.metric].q or 0.5)
    views = [View(None, query.case_filters(s.where), level) for s in found.suspects for level in (None, found.expected)]
    days = daily_counts(workspace.warehouse, query.metric, query.lookback, views)
    return [(above, all_ * share) for all_, above in zip(days[::2], days[1::2], strict=True)]


def _means(workspace: Workspace, query: OnsetQuery, suspects: Sequence[Suspect]) -> list[DailySeries]:
    """Of a mean or a share: its sum, in units of what a row is expected to have, beside its rows."""
    found = []
    for suspect in suspects:
        filters = query.case_filters(suspect.where)
        sums_of = cube(workspace.warehouse, query.metric, (), period=query.lookback, grain="day", filters=filters)
        at = [(day - query.lookback.start).days for day in sums_of.buckets]
        sums, rows = np.zeros((2, query.lookback.days))
        sums[at], rows[at] = sums_of.numerator.sum(axis=0), sums_of.denominator.sum(axis=0)
        level = suspect.expected / max(float(rows[query.days_before_period :].sum()), 1.0)
        found.append((sums / max(level, 1e-9), rows))
    return found
