"""The method that suits is taken, and it is told why."""

import numpy as np
import pytest

from zhenyin.core.errors import NotFound
from zhenyin.explain import method
from zhenyin.explain.method import chosen, with_overlaps
from zhenyin.locators import LOCATORS, Leaves


def _leaves(sizes: tuple[int, ...], each: float = 20.0) -> Leaves:
    codes = np.stack([a.ravel() for a in np.indices(sizes)], axis=1)
    names = tuple("abcdef"[: len(sizes)])
    values = [["", *(f"{name}{i}" for i in range(size))] for name, size in zip(names, sizes, strict=True)]
    return Leaves(names, values, codes + 1, np.full(len(codes), each), np.full(len(codes), each), periods=1.0)


def test_with_several_dimensions_their_combinations_are_scanned() -> None:
    found = chosen(_leaves((6, 5)))
    assert found.key == "scan"
    assert "combination" in found.why.en


def test_one_dimension_with_more_than_one_value_has_no_combinations() -> None:
    found = chosen(_leaves((1, 7)))
    assert (found.key, "no combinations" in found.why.en) == ("scan", True)


def test_of_few_tickets_it_is_said_that_little_can_be_told() -> None:
    found = chosen(_leaves((2, 2), each=3.0))
    assert (found.key, "24" in found.why.en, "24" in found.why.zh) == ("scan", True, True)


def test_too_many_leaves_are_left_to_the_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(method, "MOST_SCANNED", 20)
    found = chosen(_leaves((6, 5)))
    assert (found.key, "30" in found.why.en) == ("tree", True)


def test_a_method_that_is_asked_for_is_taken_with_its_limits_told() -> None:
    found = chosen(_leaves((6, 5)), "adtributor")
    assert found.key == "adtributor"
    assert LOCATORS["adtributor"].about["zh"] in found.why.zh
    with pytest.raises(NotFound):
        chosen(_leaves((6, 5)), "guess")


def test_suspects_that_share_tickets_change_the_reason_but_not_those_apart() -> None:
    scan = chosen(_leaves((6, 5)))
    apart = [{"a": "a1"}, {"a": "a2", "b": "b1"}]
    assert with_overlaps(scan, apart) == scan
    assert "overlap" in with_overlaps(scan, [{"a": "a1"}, {"b": "b1"}]).why.en.lower()
    asked = chosen(_leaves((6, 5)), "rules")
    assert with_overlaps(asked, [{"a": "a1"}, {"b": "b1"}]) == asked


@pytest.mark.parametrize("one", [method.BY_MIX, method.BY_VALUES, chosen(_leaves((6, 5)))])
def test_every_method_has_its_name_and_reason_in_both_languages(one: method.Method) -> None:
    told = one.as_dict()
    assert all(told["title"].values())
    assert all(told["why"].values())
    assert one.title.zh in one.sentence().zh
    assert one.why.en in one.sentence().en
