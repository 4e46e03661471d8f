"""Harder mix, or slower on like tickets? The split of a mean between two groups, and who is behind the second half."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zhenyin.charts import mixrate
from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.dimensions import dimension, handlers, used_for
from zhenyin.metrics import METRICS
from zhenyin.stats.leaves import Leaves, distinct, together
from zhenyin.stats.mixrate import Split, split

MIX_DIMENSIONS = used_for("case_mix")
"""What a ticket brings along; who handles it is not among them."""
WHO_DIMENSIONS = handlers()[::-1]
"""The finest first."""
_ADDS = 0.10
_LEAST_SHARE, _LEAST_N = 0.10, 30


@dataclass(frozen=True, slots=True)
class Mix:
    """The split over the cells of the dimensions `by`, and the two groups that it compares."""

    metric: str
    by: tuple[str, ...]
    split: Split
    own: Leaves
    other: Leaves

    def sentence(self) -> Words:
        s = self.split
        if s.difference == 0:
            return Words("两组没有差别。", "The two groups do not differ.")
        share = s.mix / s.difference
        if s.reversal:
            return Words(
                f"总体相差 {s.difference:+.1f}，但同类工单上方向相反（{s.rate:+.1f}）：差别来自所接工单的结构。",
                f"Differs by {s.difference:+.1f} over all, but the other way on like tickets ({s.rate:+.1f}): "
                "the mix of tickets makes it look so.",
            )
        by = self._by()
        return Words(
            f"相差 {s.difference:+.1f}：{share:.0%} 来自工单结构（{by.zh}），{1 - share:.0%} 是同类工单上更差。",
            f"Differs by {s.difference:+.1f}: {share:.0%} through the mix ({by.en}), {1 - share:.0%} on like tickets.",
        )

    def chart(self) -> dict[str, Any]:
        unit = METRICS[self.metric].unit.words
        return mixrate.build(self.sentence(), self._by(), unit, self.split, self.reasons()).as_dict()

    def _by(self) -> Words:
        titles = [dimension(d).title for d in self.by] or [Words("无", "nothing")]
        return Words("、".join(title.zh for title in titles), ", ".join(title.en for title in titles))

    def reasons(self) -> list[tuple[str, str, float]]:
        """(dimension, value, part of the mix effect), the largest first."""
        found = []
        for d in self.by:
            own, other = together([self.own, self.other])
            alone = _split(own, other, (d,))
            values = own.values[own.dims.index(d)]
            found += [(d, values[i], float(alone.mix_by[i])) for i in range(len(values))]
        return sorted(found, key=lambda reason: -abs(reason[2]))[:8]

    def expected_total(self, now: Leaves) -> float:
        """What the slice's tickets would add up to at the reference's figures on like tickets."""
        return float(self._expected(now).sum())

    def who(self, now: Leaves) -> Iterator[tuple[dict[str, str], float, float, float, float]]:
        """Who stands behind the rate half: slice, observed, expected, share of it, half its ratio's interval."""
        expected = self._expected(now)
        excess = float(now.numerator.sum() - expected.sum())
        for d in (d for d in WHO_DIMENSIONS if d in now.dims and d not in self.by):
            found = sorted(_standing_out(now, d, expected, excess), key=lambda one: -one[3])
            if found:
                yield from found[:3]
                return

    def _expected(self, now: Leaves) -> Floats:
        """Float [leaves]: the reference's mean of like tickets, times the tickets here."""
        own, other = together([now, self.other])
        cell, size = _cells(own, other, self.by)
        mine, theirs = cell[: len(own.codes)], cell[len(own.codes) :]
        total, n = (np.bincount(theirs, side, size) for side in (other.numerator, other.denominator))
        level = other.numerator.sum() / max(other.denominator.sum(), 1e-9)
        mean = np.where(n > 0.5, total / np.maximum(n, 1e-9), level)
        expected: Floats = own.denominator * mean[mine]
        return expected


def split_mix(own: Leaves, other: Leaves, metric: str) -> Mix:
    """Split by the one or two dimensions whose mix explains most."""
    own, other = together([own, other])
    usable = [d for d in MIX_DIMENSIONS if d in own.dims and len(own.values[own.dims.index(d)]) > 1]
    by: tuple[str, ...] = ()
    best = _split(own, other, by)
    for _ in range(2):
        tried = {d: _split(own, other, (*by, d)) for d in usable if d not in by}
        if not tried:
            break
        top = max(tried, key=lambda d: abs(tried[d].mix))
        if by and abs(tried[top].mix) - abs(best.mix) < _ADDS * abs(best.difference):
            break
        by, best = (*by, top), tried[top]
    return Mix(metric, by, best, own, other)


def _split(own: Leaves, other: Leaves, by: Sequence[str]) -> Split:
    cell, size = _cells(own, other, by)
    mine, theirs = cell[: len(own.codes)], cell[len(own.codes) :]
    total, n = (_summed(mine, side, size) for side in (own.numerator, own.denominator))
    other_total, other_n = (_summed(theirs, side, size) for side in (other.numerator, other.denominator))
    # What is left of a cell after taking the group out of the whole may be a rounding away from nothing.
    there = other_n > 0.5
    return split(total, n, np.where(there, other_total, 0.0), np.where(there, other_n, 0.0))


def _summed(cell: NDArray[np.int64], figures: Floats, size: int) -> Floats:
    summed: Floats = np.bincount(cell, figures, size).astype(np.float64)
    return summed


def _cells(own: Leaves, other: Leaves, by: Sequence[str]) -> tuple[NDArray[np.int64], int]:
    """The cell of every leaf of both, and how many cells there are. Of one dimension, a cell is a value's code."""
    codes = np.concatenate([own.codes, other.codes])
    if len(by) == 1:
        at = own.dims.index(by[0])
        return codes[:, at], len(own.values[at])
    if not by:
        return np.zeros(len(codes), dtype=np.int64), 1
    cells, cell = distinct(codes[:, [own.dims.index(d) for d in by]])
    return cell, len(cells)


def _standing_out(
    now: Leaves, d: str, expected: Floats, excess: float
) -> Iterator[tuple[dict[str, str], float, float, float, float]]:
    values = now.values[now.dims.index(d)]
    seen, due, n = (
        np.bincount(now.column(d), side, len(values)) for side in (now.numerator, expected, now.denominator)
    )
    for i, value in enumerate(values):
        share = (seen[i] - due[i]) / excess if excess else 0.0
        # Durations spread about as widely as their mean: the ratio of a sum of n is known to about 1/sqrt(n).
        half = 1.96 * seen[i] / max(due[i], 1e-9) / np.sqrt(max(n[i], 1.0))
        ratio = seen[i] / max(due[i], 1e-9)
        clear = ratio - half > 1 if excess > 0 else ratio + half < 1
        if value and n[i] >= _LEAST_N and share >= _LEAST_SHARE and clear:
            yield {d: value}, float(seen[i]), float(due[i]), float(share), float(half)
