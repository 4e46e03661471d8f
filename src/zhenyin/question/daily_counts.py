"""Counts of several slices day by day, by one pass over the rows: when did each of them change?"""

from collections.abc import Sequence

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.metrics import METRICS
from zhenyin.question.period import Period
from zhenyin.question.sums import span
from zhenyin.question.view_counts import View, rows_of
from zhenyin.warehouse.gateway import Cancel, Warehouse


def courses(
    warehouse: Warehouse, metric: str, days: Period, views: Sequence[View], cancel: Cancel | None = None
) -> Floats:
    """The numerator of a `countable` metric, or the values of one that is `distributed`: float [views, days].

    days: those that are looked at; of views only what else they ask for counts.
    Raises what `question` raises for filters.
    """
    known = span(warehouse)
    counted = np.zeros((len(views), days.days))
    if known is None or not views:
        return counted
    asked = [View(days, view.filters, view.above) for view in views]
    rows, inside = rows_of(metric, asked, known)
    totals = {f"n{i}": rows.count(where=condition) for i, condition in enumerate(inside)}
    moment = rows[METRICS[metric].numerator.anchor]
    found = warehouse.query(rows.group_by(day=moment.date()).aggregate(**totals), cancel=cancel)
    at = np.array([(day - days.start).days for day in found["day"].to_pylist()], dtype=np.int64)
    for i in range(len(views)):
        counted[i, at] = found[f"n{i}"].to_numpy()
    return counted
