"""Shelf: one governed figure per file. A metric says what is summed; `question/` does the summing.

A ratio stays two sums until the last moment, so that parts of a cut can be put together again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import ibis
from ibis.expr.types import BooleanValue, Scalar, Table, Value

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words
from zhenyin.metrics._relations import relation

Kind = Literal["count", "rate", "share", "mean", "quantile", "distinct", "stock", "score"]
Better = Literal["lower", "higher", "none"]

DATA_UNTIL: Scalar = ibis.param(ibis.dtype("timestamp(6)"))
"""The last moment that the data knows of; `question/` puts the value in."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is summed: `value` over the rows of `fact` that `where` keeps, each dated by the column `anchor`.

    Without a `value` the rows are counted; with `distinct` the different values of it are. A value is summed as the whole
    number it is and divided by `scale` afterwards: nothing is rounded on the way. A part with `leaves` is a
    stock: a row is in it from its anchor until the column `leaves`, and the figure is told at the end of a period.
    `fact` is a table of the facts or a relation of `metrics/_relations.py`.
    """

    fact: str
    anchor: str
    where: Callable[[Table], BooleanValue]
    value: Callable[[Table], Value] | None = None
    distinct: bool = False
    leaves: str | None = None
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit's key, as machines read it, and its words."""

    key: str
    words: Words


@dataclass(frozen=True, slots=True)
class Metric:
    """A governed figure.

    `count`, `distinct` and `stock` have no denominator; `rate` divides by exposure; `share` divides by rows of which
    the numerator is a part; `mean` averages the numerator's values, `quantile` takes the `q`-quantile of them; `score`
    is the mean of +1, 0 and -1.
    """

    title: Words
    question: Words
    unit: Unit
    better: Better
    kind: Kind
    numerator: Part
    denominator: Part | None = None
    per: float = 1.0
    q: float | None = None
    caveat: Words | None = None

    @property
    def additive(self) -> bool:
        """Whether parts of a cut add up to the total, taking numerator and denominator apart."""
        return self.kind != "quantile" and not any(part.distinct for part in self.parts)

    @property
    def stock(self) -> bool:
        """Whether the figure is told at the end of a period and not over it."""
        return self.numerator.leaves is not None

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.numerator,) if self.denominator is None else (self.numerator, self.denominator)


__all__ = ["DATA_UNTIL", "METRICS", "Better", "Kind", "Metric", "Part", "Unit", "relation"]

METRICS: Shelf[Metric] = Shelf("zhenyin.metrics", "METRIC", Words("指标", "metric"))
