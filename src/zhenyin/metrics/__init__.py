"""Shelf: one governed figure per file. A metric says what is summed; `question/` does the summing.

A ratio stays two sums until the last moment, so that parts of a cut can be put together again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ibis.expr.types import BooleanValue, Table, Value

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words

Kind = Literal["count", "rate", "share", "mean", "quantile", "distinct", "score"]
Better = Literal["lower", "higher", "none"]


@dataclass(frozen=True, slots=True)
class Part:
    """What is summed: `value` over the rows of `fact` that `where` keeps, each dated by the column `anchor`.

    Without a `value` the rows are counted.
    """

    fact: str
    anchor: str
    where: Callable[[Table], BooleanValue]
    value: Callable[[Table], Value] | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit's key, as machines read it, and its words."""

    key: str
    words: Words


@dataclass(frozen=True, slots=True)
class Metric:
    """A governed figure.

    `count` and `distinct` have no denominator; `rate` divides by exposure; `share` divides by rows of which the
    numerator is a part; `mean` averages the numerator's values, `quantile` takes the `q`-quantile of them; `score` is
    the mean of +1, 0 and -1.
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
        return self.kind not in ("distinct", "quantile")

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.numerator,) if self.denominator is None else (self.numerator, self.denominator)


METRICS: Shelf[Metric] = Shelf("zhenyin.metrics", "METRIC", Words("指标", "metric"))
