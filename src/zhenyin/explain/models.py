"""What an explanation is: suspects, mix and rate, the attribution of a count, and the method by which it was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from zhenyin.core.arrays import Floats
from zhenyin.core.schema import Slice
from zhenyin.core.words import Words
from zhenyin.question.models import Cell
from zhenyin.stats.attribution import AttributionNode
from zhenyin.stats.mixrate import Split

ExplainCompare = Literal["previous", "year", "rest", "values", "forecast"]
"""What a figure is compared with: the period before, the year before, the rest of the tickets, its own forecast; `values`
compares the values of each dimension with each other."""
COMPARES: tuple[ExplainCompare, ...] = get_args(ExplainCompare)

Reason = Literal[
    "several_dimensions",
    "overlapping_suspects",
    "one_dimension",
    "few_events",
    "many_leaves",
    "requested",
    "mix_rate",
    "values",
    "level",
]


@dataclass(frozen=True, slots=True)
class Method:
    """The method that was used, and why. key: of a locator, or `mix` or `values`. amount: events or leaves, by the reason."""

    key: str
    reason: Reason
    amount: float = 0.0


@dataclass(frozen=True, slots=True)
class Suspect:
    """A slice that explains part of a change.

    observed, expected: events, sums or a quantile, by the metric. share: part of the whole change. ratio: observed over
    expected (odds ratio of a share by its values), with its 95 % interval low, high. p: chance of such evidence if nothing
    had changed. since: the onset, where it is known. ambiguous_with: slices of nearly the same tickets.
    """

    where: dict[str, str]
    observed: float
    expected: float
    share: float
    ratio: float
    low: float
    high: float
    p: float
    sentence: Words
    since: date | None = None
    ambiguous_with: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MixContributor:
    """A value of a dimension and its part of the mix effect, in the unit of the metric."""

    dimension: str
    value: str
    effect: float


@dataclass(frozen=True, slots=True)
class RateContributor:
    """A slice behind the rate effect.

    observed, expected: sums of the figure; expected at the reference's mean of like tickets. share: part of the rate
    effect. half_width: of the 95 % interval of observed over expected. tickets: those that the sums are of.
    """

    where: dict[str, str]
    observed: float
    expected: float
    share: float
    half_width: float
    tickets: float


@dataclass(frozen=True, slots=True)
class MixRate:
    """The mix and rate effect of a difference of means, by the cells of the dimensions `by`.

    expected: float [leaves], the sum each leaf would have at the reference's mean of like tickets. mix_contributors: the
    values with the largest part of the mix effect, largest first.
    """

    by: tuple[str, ...]
    split: Split
    expected: Floats
    mix_contributors: tuple[MixContributor, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a slice of a metric is as it is.

    observed, expected: events, a mean or a quantile of the whole. outside: the change is everywhere in the slice, so that its
    cause is outside the recorded attributes. mix_rate: of a mean or share alone. attribution: the change level by level,
    by codes of `values` of `dims`; of counts alone. method: how it was found, and why so. figure: the answer to the question
    that is explained, with its change.
    """

    metric: str
    where: Slice
    observed: float
    expected: float
    suspects: tuple[Suspect, ...]
    outside: bool
    sentence: Words
    mix_rate: MixRate | None = None
    dims: tuple[str, ...] = ()
    values: Sequence[Sequence[str]] = ()
    attribution: AttributionNode | None = None
    method: Method | None = None
    figure: Cell | None = None
