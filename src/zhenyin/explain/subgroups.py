"""What sets some tickets apart from the rest: the locator asked about tickets with and without a mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import numpy as np
import pyarrow.compute as pc
from ibis.expr.types import Table

from zhenyin.core.words import Words
from zhenyin.dimensions import dimension, used_for
from zhenyin.job.workspace import Workspace
from zhenyin.locators import LOCATORS, Leaves, Options, Suspect
from zhenyin.question.source_columns import candidate_dimensions
from zhenyin.stats.intervals import proportion
from zhenyin.warehouse.gateway import Warehouse

_MOST_DIMS = 5
"""Leaves of more dimensions than this are hardly fewer than tickets; those that tell most are searched."""
_OPTIONS = Options(max_order=2, max_suspects=24)
"""Slices with less than their part are found as well, and passed over: hence so many."""
_LEAST_SHARE = 0.03
_MOST_VALUES = 5_000
_WHO = used_for("subgroups")


@dataclass(frozen=True, slots=True)
class StandsOut:
    """A slice in which marked tickets are more than their part. share: of all marked tickets.

    expected: the part of all marked tickets that its size gives it. ratio: marked over expected, with the 95 % interval that
    the slice's own share leaves.
    """

    where: dict[str, str]
    marked: int
    expected: float
    share: float
    ratio: float
    low: float
    high: float

    def sentence(self) -> Words:
        zh = "、".join(f"{dimension(d).title.zh} {value}" for d, value in self.where.items())
        en = ", ".join(f"{dimension(d).title.en} {value}" for d, value in self.where.items())
        return Words(
            f"{zh}：{self.marked:,} 件（占 {self.share:.0%}），"
            f"是按整体占比应有（{self.expected:,.0f} 件）的 {self.ratio:.1f} 倍。",
            f"{en}: {self.marked:,} ({self.share:.0%} of them), {self.ratio:.1f} times its part of the whole "
            f"({self.expected:,.0f}).",
        )

    def as_dict(self) -> dict[str, Any]:
        told = {name: getattr(self, name) for name in ("where", "marked", "expected", "share", "ratio", "low", "high")}
        return told | {"sentence": self.sentence().as_dict()}


def standing_out(
    workspace: Workspace, tickets: Table, marked: Any, fixed: Sequence[str] = (), only: Sequence[str] = ()
) -> tuple[StandsOut, ...]:
    """The slices in which marked tickets are more than their part, those with most tickets beyond it first.

    tickets: those that are looked at. marked: a condition on them. fixed: dimensions that are filtered already.
    only: dimensions to look at; all that may explain where none is named.
    """
    told = tickets.mutate(marked=marked.fill_null(False))
    dims = [d for d in only or (*candidate_dimensions(workspace.warehouse), *_WHO) if d not in fixed]
    telling = _telling(workspace.warehouse, told, dims)
    if not telling:
        return ()
    leaves, n = _leaves(workspace.warehouse, told, telling)
    found = LOCATORS["scan"].run(leaves, _OPTIONS)
    hits = float(leaves.real.sum())
    apart = (_stands_out(s, hits, n) for s in found.suspects if s.ratio > 1 and all(s.where.values()))
    worth = (one for one in apart if one.share >= _LEAST_SHARE)
    return tuple(sorted(worth, key=lambda one: one.expected - one.marked))


def _stands_out(s: Suspect, hits: float, n: float) -> StandsOut:
    """A suspect as a share of `hits` marked among `n` tickets.

    The locator's own interval also holds how far slices differ that nothing was found about: with nearly all marks in one
    slice that is by any factor, and says nothing of this one.
    """
    usual, size = hits / n, s.expected * n / hits
    low, high = (end / usual for end in proportion(s.observed, size))
    return StandsOut(s.where, round(s.observed), s.expected, s.observed / hits, s.observed / s.expected, low, high)


def _telling(warehouse: Warehouse, told: Table, dims: Sequence[str]) -> list[str]:
    """The dimensions whose values tell most of the mark, beyond what so many values tell by chance.

    Source: the information criterion of G. Schwarz, Annals of Statistics 6 (1978).
    """
    rows = warehouse.query(ibis.union(*(_by_value(told, d) for d in dims), distinct=False))
    gains: dict[str, float] = {}
    for d in dims:
        of_dim = rows.filter(pc.equal(rows["dim"], d))
        n, hits = (of_dim[name].to_numpy().astype(float) for name in ("n", "marked"))
        chance = (len(n) - 1) / 2 * float(np.log(max(n.sum(), 1.0)))
        gains[d] = _entropy(hits.sum(), n.sum()) - float(sum(map(_entropy, hits, n))) - chance
    return sorted((d for d in dims if gains[d] > 0), key=lambda d: -gains[d])[:_MOST_DIMS]


def _by_value(told: Table, dim: str) -> Table:
    counted = told.group_by(value=_text(told, dim)).aggregate(n=told.count(), marked=told.marked.sum().cast("int64"))
    return counted.order_by(counted.n.desc()).limit(_MOST_VALUES).select("n", "marked", dim=ibis.literal(dim))


def _text(told: Table, dim: str) -> Any:
    return dimension(dim).value(told, "created_at").cast("string")


def _entropy(hits: float, n: float) -> float:
    """n times the entropy of a share."""
    parts = np.array([hits, n - hits])
    parts = parts[parts > 0]
    return float(-(parts * np.log(parts / n)).sum())


def _leaves(warehouse: Warehouse, told: Table, dims: Sequence[str]) -> tuple[Leaves, float]:
    """Marked tickets in every combination, against the part that the whole gives to it; and the number of tickets."""
    cuts = {d: _text(told, d).fill_null("") for d in dims}
    rows = warehouse.query(told.group_by(**cuts).aggregate(n=told.count(), marked=told.marked.sum().cast("int64")))
    columns = [pc.dictionary_encode(rows[d].combine_chunks()) for d in dims]
    n, hits = (rows[name].to_numpy().astype(float) for name in ("n", "marked"))
    codes = np.stack([column.indices.to_numpy().astype(np.int64) for column in columns], axis=1)
    usual = n * hits.sum() / n.sum()
    return Leaves(tuple(dims), [c.dictionary.to_pylist() for c in columns], codes, hits, usual), float(n.sum())
