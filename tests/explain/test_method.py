"""The method that suits is chosen, and its reason is given."""

import re

import numpy as np
import pytest

from zhenyin.core.errors import NotFound
from zhenyin.explain import method, sentences
from zhenyin.explain.method import choose_method, with_overlaps
from zhenyin.explain.models import Method
from zhenyin.locators import LOCATORS
from zhenyin.stats.leaves import ComparedLeaves

CASES = [
    # sizes of the dimensions, tickets per leaf, method, reason, amount
    ((6, 5), 20.0, "scan", "several_dimensions", 0),
    ((1, 7), 20.0, "scan", "one_dimension", 0),
    ((7,), 20.0, "scan", "one_dimension", 0),
    ((2, 2), 3.0, "scan", "few_events", 24),
    ((2, 2), 12.5, "scan", "several_dimensions", 0),
    ((6, 6), 20.0, "tree", "many_leaves", 36),
]


def _leaves(sizes: tuple[int, ...], each: float = 20.0) -> ComparedLeaves:
    codes = np.stack([a.ravel() for a in np.indices(sizes)], axis=1)
    names = tuple("abcdef"[: len(sizes)])
    values = [["", *(f"{name}{i}" for i in range(size))] for name, size in zip(names, sizes, strict=True)]
    figures = np.full(len(codes), each)
    return ComparedLeaves(names, values, codes + 1, figures, figures, periods=1.0)


@pytest.mark.parametrize(("sizes", "each", "key", "reason", "amount"), CASES)
def test_the_method_follows_from_the_leaves(
    monkeypatch: pytest.MonkeyPatch, sizes: tuple[int, ...], each: float, key: str, reason: str, amount: float
) -> None:
    monkeypatch.setattr(method, "MAX_SCANNED_LEAVES", 35)
    found = choose_method(_leaves(sizes, each))
    assert (found.key, found.reason, found.amount) == (key, reason, amount)


def test_a_method_that_is_requested_is_used_with_its_limits_in_the_reason() -> None:
    found = choose_method(_leaves((6, 5)), "adtributor")
    assert found == Method("adtributor", "requested")
    assert LOCATORS["adtributor"].about["zh"] in sentences.method_reason(found).zh
    with pytest.raises(NotFound):
        choose_method(_leaves((6, 5)), "guess")


def test_suspects_that_share_tickets_change_the_reason_but_not_disjoint_ones() -> None:
    scan = choose_method(_leaves((6, 5)))
    assert with_overlaps(scan, [{"a": "a1"}, {"a": "a2", "b": "b1"}]) == scan
    assert with_overlaps(scan, [{"a": "a1"}, {"b": "b1"}]).reason == "overlapping_suspects"
    requested = choose_method(_leaves((6, 5)), "rules")
    assert with_overlaps(requested, [{"a": "a1"}, {"b": "b1"}]) == requested


@pytest.mark.parametrize(
    "one",
    [
        method.MIX_RATE,
        method.VALUE_COMPARISON,
        method.LEVEL_EXCEEDANCE,
        Method("tree", "many_leaves", 300_000),
        Method("scan", "few_events", 24),
        Method("scan", "overlapping_suspects"),
        Method("rules", "requested"),
    ],
    ids=lambda one: one.reason,
)
def test_every_method_has_its_title_and_reason_in_both_languages(one: Method) -> None:
    title, reason, line = sentences.method_title(one), sentences.method_reason(one), sentences.method_line(one)
    assert title.zh in line.zh
    assert reason.en in line.en
    assert "{" not in line.zh + line.en
    amounts = [re.findall(r"\d[\d,]*", text) for text in (reason.zh, reason.en)]
    assert amounts[0] == amounts[1] == ([f"{one.amount:,.0f}"] if one.amount else [])
