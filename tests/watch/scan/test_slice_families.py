"""Alarms and their season, case by case; families of slices and what each is compared with."""

from typing import Any

import pytest
from tests.watch.cubes import alarm, cases, names

from zhenyin.watch.scan.seasonality import exceeds_factor
from zhenyin.watch.scan.slice_families import _crossed_pairs, slice_families

SEASONS = cases("seasons")


@pytest.mark.parametrize("case", SEASONS, ids=names(SEASONS))
def test_an_alarm_remains_beyond_its_season(case: dict[str, Any]) -> None:
    given = alarm({"fault": "漏水"}, 6, score=case["score"], observed=case["observed"], expected=case["expected"])
    assert exceeds_factor(given.alarm, case["factor"]) is case["exceeds"]


@pytest.mark.parametrize("factor", [1.0, 1.2, 1.5, 2.0, 2.9])
def test_a_larger_season_never_revives_an_alarm(factor: float) -> None:
    given = alarm({"fault": "漏水"}, 6, score=12.0, observed=60, expected=20).alarm
    assert exceeds_factor(given, factor) >= exceeds_factor(given, factor + 0.3)


@pytest.mark.parametrize(
    ("exposed", "dims", "base", "shared"),
    [
        (["product", "province"], ("fault", "product"), ("product",), False),
        (["product", "province"], ("product", "province"), ("product", "province"), False),
        (["product", "province"], ("province", "city"), ("province",), False),
        (["product", "province"], ("fault", "version"), ("version",), True),
        (["product", "province"], ("fault", "model"), ("model",), True),
        ([], ("product",), (), True),
        ([], ("city",), (), True),
        ([], ("fault", "product"), ("product",), True),
        (["product"], ("fault", "product", "version"), ("product", "version"), True),
    ],
)
def test_a_family_is_compared_with_units_where_they_are_known_and_else_with_tickets(
    exposed: list[str], dims: tuple[str, ...], base: tuple[str, ...], shared: bool
) -> None:
    (family,) = [one for one in slice_families([], exposed) if one.dims == dims]
    assert (family.base, family.shared) == (base, shared)


def test_no_family_is_scanned_twice() -> None:
    for exposed in ([], ["product"], ["product_line", "product", "model", "province"]):
        dims = [family.dims for family in slice_families(["extra.系统"], exposed)]
        assert len(set(dims)) == len(dims)


@pytest.mark.parametrize(
    ("sold", "seen", "pairs"),
    [
        (["product", "model"], [], []),
        (["product", "province"], [], [("product", "province")]),
        (["model"], ["version"], [("model", "version")]),
        ([], ["version", "channel"], [("version", "channel")]),
    ],
)
def test_dimensions_that_imply_each_other_are_not_crossed(
    sold: list[str], seen: list[str], pairs: list[tuple[str, str]]
) -> None:
    assert _crossed_pairs(sold, seen) == pairs
