"""The shelf of locators: root-cause localisation, one method per file; the file's name is its key.

A locator takes compared leaves (every recorded combination of attributes, observed and expected) and returns a localisation:
the slices that changed by a factor of their own, and whether the cause lies outside the attributes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words
from zhenyin.stats.leaves import ComparedLeaves


@dataclass(frozen=True, slots=True)
class Options:
    """max_order: attributes in one slice at most. alpha: chance of naming anything if nothing changed (family-wise error).

    max_suspects: slices named at most.
    """

    max_order: int = 3
    max_suspects: int = 10
    alpha: float = 0.01


@dataclass(frozen=True, slots=True)
class LocatedSlice:
    """A slice that changed by a factor of its own.

    observed, expected: sums over the slice; change = observed - expected. share: part of the whole change. ratio: observed
    over expected, with its 95 % interval low, high. score: nats of evidence beyond the description length of the slice.
    p: chance of such evidence anywhere if nothing changed, at most 1. ambiguous_with: other slices of nearly the same
    leaves that explain it as well.
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
class Localisation:
    """The located slices, strongest first, and the change of everything else.

    suspects: the located slices. observed, expected: sums over all leaves. drift: observed over expected outside all
    suspects, with its 95 % interval drift_low, drift_high. outside: whether the change is everywhere, so that its cause is
    not among the recorded attributes. no_change: whether there is nothing to explain.
    """

    suspects: tuple[LocatedSlice, ...]
    observed: float
    expected: float
    drift: float
    drift_low: float
    drift_high: float
    outside: bool
    no_change: bool


@dataclass(frozen=True, slots=True)
class Locator:
    """One method. title, about: its name and description in both languages. run: from compared leaves to a localisation."""

    title: dict[str, str]
    about: dict[str, str]
    run: Callable[[ComparedLeaves, Options | None], Localisation] = field(repr=False)


LOCATORS: Shelf[Locator] = Shelf("zhenyin.locators", "LOCATOR", Words("定位方法", "locator"))
