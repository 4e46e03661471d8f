"""Leaves by buckets of time, as dense arrays: what detectors, locators and verdicts calculate with."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Floats, Ints
from zhenyin.core.errors import Invalid, TooMany
from zhenyin.dimensions import Grain, dimension, next_of
from zhenyin.metrics import METRICS, Metric, relation
from zhenyin.question.filters import Filter
from zhenyin.question.leaves import AggregateRows, codes_of, read, vocabulary
from zhenyin.question.models import Question, Span
from zhenyin.question.period import Period
from zhenyin.question.plan import MONTH, Misfit, metric_slots, passes, refused
from zhenyin.question.sums import buckets, span
from zhenyin.warehouse.gateway import Cancel, Warehouse

MAX_NUMBERS = 60_000_000
"""A cube holds at most so many numbers in one of its arrays: half a gigabyte."""
MAX_ROWS = 20_000_000
_NO_ROWS = (np.zeros(0, np.int64), np.zeros(0))


@dataclass(frozen=True, slots=True)
class Cube:
    """A metric over the combinations of some dimensions that occur, bucket by bucket.

    values: the values of each dimension, sorted, "" for unknown. codes: int [leaves, dims], index into `values`.
    numerator, denominator, squares: float [leaves, buckets]. The denominator of a mean is its number of rows, that of
    a count is 1; squares are those of a mean's values, else 0. buckets: first days; `incomplete` says whether the data
    ends inside the last one. `shared` names dimensions that the denominator is not known by: a cube of product and
    fault has the units of the product in each of its faults.
    """

    metric: str
    dims: tuple[str, ...]
    values: list[list[str]]
    codes: Ints
    numerator: Floats
    denominator: Floats
    squares: Floats
    buckets: list[date]
    incomplete: bool
    shared: tuple[str, ...] = ()

    def where(self, leaf: int) -> dict[str, str]:
        """The slice that one leaf is."""
        return {name: self.values[i][self.codes[leaf, i]] for i, name in enumerate(self.dims)}


@dataclass(frozen=True, slots=True)
class Rows:
    """A count as rows, one for each combination and bucket that has any: what a search through all slices holds.

    values: as in a cube. codes: int32 [rows, dims]. bucket: int [rows], index into `buckets`. total: float [rows].
    """

    dims: tuple[str, ...]
    values: list[list[str]]
    codes: NDArray[np.int32]
    bucket: Ints
    total: Floats
    buckets: list[date]


def rows(
    warehouse: Warehouse, metric: str, dims: tuple[str, ...], *, period: Period | None = None, grain: Grain = "week"
) -> Rows:
    """The numerator of a metric by many dimensions and time at once, for which a cube would be mostly empty.

    Raises what `cube` raises, and TooMany above 20 million rows.
    """
    of = METRICS[metric]
    if not of.additive or of.stock:
        raise no_sums(of, metric)
    known = span(warehouse)
    question = Question((metric,), dims, (), period, grain)
    bucket_starts = buckets(question, known) if known else []
    parts = dict(_parts(warehouse, of, question, known, bucket_starts, None, MAX_ROWS)) if known else {}
    top = parts.get(0)
    if top is None:
        return Rows(dims, [[] for _ in dims], np.zeros((0, len(dims)), np.int32), *_NO_ROWS, bucket_starts)
    values = [vocabulary([top], name) for name in dims]
    return Rows(dims, values, codes_of(top, dims, values).astype(np.int32), top.bucket, top.total, bucket_starts)


def cube(
    warehouse: Warehouse,
    metric: str,
    dims: tuple[str, ...],
    *,
    period: Period | None = None,
    grain: Grain = "week",
    filters: tuple[Filter, ...] = (),
    cancel: Cancel | None = None,
) -> Cube:
    """The sums of a metric by dimensions and time. Without dimensions there is one leaf.

    Raises NotFound for unknown names; Invalid for quantiles, distinct counts and stocks, which are no sums over a
    bucket, and for dimensions that the numerator lacks; TooMany above 60 million numbers.
    """
    of = METRICS[metric]
    if not of.additive or of.stock:
        raise no_sums(of, metric)
    known = span(warehouse)
    question = Question((metric,), dims, filters, period, grain)
    bucket_starts = buckets(question, known) if known else []
    parts = dict(_parts(warehouse, of, question, known, bucket_starts, cancel)) if known else {}
    values = [vocabulary(parts.values(), name) for name in dims]
    codes = _leaf_codes(parts, dims, values)
    if len(codes) * len(bucket_starts) > MAX_NUMBERS:
        raise _too_large(len(codes), len(bucket_starts))
    numerator, n, squares = _of_leaves(parts.get(0), dims, values, codes, len(bucket_starts))
    return Cube(
        metric=metric,
        dims=dims,
        values=values,
        codes=codes,
        numerator=numerator,
        denominator=_denominator(of, parts.get(1), dims, values, codes, n),
        squares=squares,
        buckets=bucket_starts,
        incomplete=bool(known and bucket_starts and next_of(grain, bucket_starts[-1]) > known.period.end),
        shared=tuple(name for name in dims if 1 in parts and name not in parts[1].dims),
    )


def _parts(
    warehouse: Warehouse,
    of: Metric,
    question: Question,
    known: Span,
    bucket_starts: list[date],
    cancel: Cancel | None,
    most: int | None = None,
) -> Iterator[tuple[int, AggregateRows]]:
    """The sums of every part, by its number. A part kept by month leaves out the dimensions that it lacks."""
    wanted = metric_slots(of)
    for monthly in (False, True):
        slots = [slot for slot in wanted if (slot.part.anchor == MONTH) is monthly]
        known_by = question
        if monthly and slots:
            columns = relation(slots[0].part.fact).columns
            known_by = replace(question, cuts=tuple(c for c in question.cuts if dimension(c).fits(columns)))
        try:
            planned = passes(slots, known_by, known)
        except Misfit as misfit:
            raise refused([of], str(misfit)) from None
        for step in planned:
            found = warehouse.query(step.expression, rows=most, cancel=cancel)
            for number, leaves in read(found, slots, step, known_by, known, bucket_starts):
                yield wanted.index(slots[number]), leaves


def _leaf_codes(parts: dict[int, AggregateRows], dims: tuple[str, ...], values: list[list[str]]) -> Ints:
    """The combinations that occur, sorted. Units in service without a ticket are a leaf too."""
    found = [codes_of(leaves, dims, values) for leaves in parts.values() if leaves.dims == dims]
    if not dims:
        return np.zeros((1, 0), np.int64)
    return np.unique(np.concatenate(found), axis=0) if found else np.zeros((0, len(dims)), np.int64)


def _of_leaves(
    leaves: AggregateRows | None, dims: tuple[str, ...], values: list[list[str]], codes: Ints, width: int
) -> tuple[Floats, Floats, Floats]:
    """Total, rows and squares of a part as [leaves, buckets]; nothing where it has no rows."""
    shape = (len(codes), width)
    if leaves is None:
        return np.zeros(shape), np.zeros(shape), np.zeros(shape)
    sizes = [max(len(found), 1) for found in values]
    order = _flat(codes, sizes)
    at = np.searchsorted(order, _flat(codes_of(leaves, dims, values), sizes)) * width + leaves.bucket

    def dense(measure: Floats) -> Floats:
        summed: Floats = np.bincount(at, measure, minlength=shape[0] * width).astype(np.float64).reshape(shape)
        return summed

    return dense(leaves.total), dense(leaves.n), dense(leaves.squares)


def _denominator(
    of: Metric, bottom: AggregateRows | None, dims: tuple[str, ...], values: list[list[str]], codes: Ints, n: Floats
) -> Floats:
    if of.denominator is None:
        return n if of.kind in ("mean", "score") else np.ones_like(n)
    if bottom is None:
        return np.zeros_like(n)
    had = [i for i, name in enumerate(dims) if name in bottom.dims]
    own, own_values = tuple(dims[i] for i in had), [values[i] for i in had]
    coarse = np.concatenate([codes[:, had], codes_of(bottom, own, own_values)]) if had else np.zeros((1, 0), np.int64)
    groups = np.unique(coarse, axis=0) if had else coarse
    sums = _of_leaves(bottom, own, own_values, groups, n.shape[1])[0]
    sizes = [max(len(found), 1) for found in own_values]
    allocation: Floats = sums[np.searchsorted(_flat(groups, sizes), _flat(codes[:, had], sizes))]
    return allocation


def _flat(codes: Ints, sizes: list[int]) -> Ints:
    """One number for each combination, in the order of the combinations."""
    flat = np.zeros(len(codes), np.int64)
    for i, size in enumerate(sizes):
        flat = flat * size + codes[:, i]
    return flat


def no_sums(of: Metric, key: str) -> Invalid:
    """The refusal of a metric whose figures of days or slices do not add up."""
    return Invalid(
        "metric-has-no-sums",
        en=f"{of.title.en} ({key}) is no sum over a span of time. Use a count, rate, share or mean.",
        zh=f"{of.title.zh}（{key}）不是时间段内可相加的指标。请使用计数、比率、占比或均值类指标。",
    )


def _too_large(leaves: int, bucket_starts: int) -> TooMany:
    return TooMany(
        "cube-too-large",
        en=f"{leaves:,} combinations in {bucket_starts:,} buckets are too many. Use fewer dimensions or a coarser grain.",
        zh=f"{leaves:,} 个组合 × {bucket_starts:,} 个时间段过多。请减少维度或使用更粗的时间粒度。",
    )
