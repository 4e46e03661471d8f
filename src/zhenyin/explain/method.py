"""Which locator looks for suspects, and why that one.

The choice is by what was measured (`bench/results/locate.md`): the scan is right most often and tests against chance, with
one dimension as with many; the tree is used where there are too many leaves for the scan. Adtributor and association rules
are there for comparison and used on request, since they also name something when nothing changed.
"""

from collections.abc import Sequence
from dataclasses import replace

from zhenyin.explain.models import Method
from zhenyin.locators import LOCATORS
from zhenyin.stats.leaves import ComparedLeaves

SCAN, TREE = "scan", "tree"
MAX_SCANNED_LEAVES = 200_000
"""Leaves above which the tree is used: the scan sums each of their combinations."""
_FEW_EVENTS = 100
MIX_RATE = Method("mix", "mix_rate")
VALUE_COMPARISON = Method("values", "values")
LEVEL_EXCEEDANCE = Method(SCAN, "level")


def choose_method(leaves: ComparedLeaves, requested: str | None = None) -> Method:
    """The method for some leaves. requested: key of a locator. Raises NotFound for a locator that does not exist."""
    if requested is not None:
        # The shelf refuses an unknown key.
        LOCATORS[requested]
        return Method(requested, "requested")
    cells, events = len(leaves.codes), float(leaves.observed.sum() + leaves.expected.sum())
    if cells > MAX_SCANNED_LEAVES:
        return Method(TREE, "many_leaves", cells)
    if events < _FEW_EVENTS:
        return Method(SCAN, "few_events", events)
    if int((leaves.codes != leaves.codes[:1]).any(axis=0).sum()) <= 1:
        return Method(SCAN, "one_dimension")
    return Method(SCAN, "several_dimensions")


def with_overlaps(method: Method, suspects: Sequence[dict[str, str]]) -> Method:
    """The method with another reason where suspects share tickets: how these were counted."""
    overlap = any(
        all(one.get(d, value) == value for d, value in other.items())
        for i, one in enumerate(suspects)
        for other in suspects[:i]
    )
    return (
        replace(method, reason="overlapping_suspects") if overlap and method.reason == "several_dimensions" else method
    )
