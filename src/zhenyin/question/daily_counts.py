"""Counts of several slices day by day, by one pass over the rows: when did each of them change?"""

from collections.abc import Sequence

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.metrics import METRICS
from zhenyin.question.period import Period
from zhenyin.question.sums import span
from zhenyin.question.view_counts import View, rows_of
from zhenyin.warehouse.gateway import Cancel, Warehouse


def daily_counts(
    warehouse: Warehouse, metric: str, days: Period, views: Sequence[View], cancel: Cancel | None = None
) -> Floats:
    """The numerator of a metric that `is_row_count`, or the values of one that `is_quantile`: float [views, days].

    days: those that are looked at; of views only what else they ask for counts.
    Raises what `question` raises for filters.
    """
    span_of_data = span(warehouse)
    values = np.zeros((len(views), days.days))
    if span_of_data is None or not views:
        return values
    query = [View(days, view.filters, view.above) for view in views]
    rows, inside = rows_of(metric, query, span_of_data)
    totals = {f"n{i}": rows.count(where=condition) for i, condition in enumerate(inside)}
    moment = rows[METRICS[metric].numerator.anchor]
    found = warehouse.query(rows.group_by(day=moment.date()).aggregate(**totals), cancel=cancel)
    at = np.array([(day - days.start).days for day in found["day"].to_pylist()], dtype=np.int64)
    for i in range(len(views)):
        values[i, at] = found[f"n{i}"].to_numpy()
    return values
