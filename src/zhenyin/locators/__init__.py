"""The shelf of locators: which slices explain the change? One method per file, its name is its key.

A locator gets leaves (every recorded combination of attributes, now and as expected) and
hands back an explanation: the suspects, and whether the cause lies outside the attributes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Floats
from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words

Kind = Literal["count", "rate", "amount"]


@dataclass(frozen=True, slots=True)
class Leaves:
    """The figure per leaf, now and as expected.

    dims: attribute names [d]. values: the values of each attribute. codes: int [n, d], index
    into `values`. real, expected: float [n], events or amounts now and as expected (a mean per
    period). real_exposure, expected_exposure: float [n], needed when `kind` is "rate".
    periods: how many reference periods `expected` is the mean of; found from the data when None.
    """

    dims: tuple[str, ...]
    values: list[list[str]]
    codes: NDArray[np.int64]
    real: Floats
    expected: Floats
    real_exposure: Floats | None = None
    expected_exposure: Floats | None = None
    kind: Kind = "count"
    periods: float | None = None

    def __post_init__(self) -> None:
        if self.codes.shape != (len(self.real), len(self.dims)) or len(self.real) != len(self.expected):
            raise ValueError(
                f"Leaves need codes [n, {len(self.dims)}] and figures [n], got {self.codes.shape}, "
                f"{self.real.shape} and {self.expected.shape}."
            )
        if self.kind == "rate" and (self.real_exposure is None or self.expected_exposure is None):
            raise ValueError("Leaves of a rate need real_exposure and expected_exposure.")


@dataclass(frozen=True, slots=True)
class Options:
    """max_order: attributes in one suspect at most. alpha: chance of naming anything if nothing stands out."""

    max_order: int = 3
    max_suspects: int = 10
    alpha: float = 0.01


@dataclass(frozen=True, slots=True)
class Suspect:
    """A slice that moved on its own.

    observed, expected: sums over the slice; change = observed - expected; share: part of the whole
    change; ratio with low, high (95 %): observed over expected; score: nats of evidence beyond the
    cost of naming the slice; p: chance of such evidence anywhere if nothing stood out (at most 1);
    ambiguous_with: other slices of nearly the same leaves that explain it as well.
    """

    where: dict[str, str]
    observed: float
    expected: float
    change: float
    share: float
    ratio: float
    low: float
    high: float
    score: float
    p: float
    ambiguous_with: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """The suspects, strongest first, and what is left for everything else.

    drift: ratio observed / expected of what lies outside all suspects, low and high its 95 % interval.
    outside: True when the change is everywhere, so its cause is not among the recorded attributes.
    quiet: True when there is nothing to explain.
    """

    suspects: tuple[Suspect, ...]
    observed: float
    expected: float
    drift: float
    drift_low: float
    drift_high: float
    outside: bool
    quiet: bool


@dataclass(frozen=True, slots=True)
class Locator:
    """One way to locate: words for people, and the function."""

    title: dict[str, str]
    about: dict[str, str]
    run: Callable[[Leaves, Options | None], Explanation] = field(repr=False)


LOCATORS: Shelf[Locator] = Shelf("zhenyin.locators", "LOCATOR", Words("定位方法", "locator"))
