"""The second stage, case by case: which suspect is taken, when an alarm is confirmed, and by which figures."""

from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from tests.watch.cubes import MONDAY, alarm, cases, cube, explanation, names, suspect

from zhenyin.question.period import Period
from zhenyin.watch import rules
from zhenyin.watch.scan import confirmation
from zhenyin.watch.scan.confirmation import (
    Figures,
    SecondStage,
    confirm,
    drop_implied_values,
    fault_of,
    figures_of,
    is_confirmed,
    onset_day,
    related,
    suspect_of,
)

CONFIRMATIONS, SUSPECTS = cases("confirmation"), cases("suspects")
ROWS = [
    {"where": {"fault": "漏水", "version": "2", "city": "成都市"}, "counts": [2, 2, 40, 40]},
    {"where": {"fault": "漏水", "version": "1", "city": "成都市"}, "counts": [5, 5, 10, 10]},
    {"where": {"fault": "漏水", "version": "1", "city": "绵阳市"}, "counts": [5, 5, 30, 30]},
    {"where": {"fault": "闪退", "version": "2", "city": "绵阳市"}, "counts": [5, 5, 5, 5]},
]


@pytest.mark.parametrize("case", CONFIRMATIONS, ids=names(CONFIRMATIONS))
def test_an_alarm_is_confirmed_by_a_suspect_or_by_overwhelming_evidence(case: dict[str, Any]) -> None:
    found = explanation([suspect(**one) for one in case["suspects"]], case.get("outside", False))
    own, total = (np.array(case.get(name, [10] * 6), dtype=float) for name in ("own", "total"))
    first = found.suspects[0] if found.suspects else None
    given = alarm(**case["alarm"], weeks=6)
    assert is_confirmed(given, found, first, own, total, slice(*case["before"])) is case["confirmed"]


@pytest.mark.parametrize("case", SUSPECTS, ids=names(SUSPECTS))
def test_the_suspect_behind_an_alarm(case: dict[str, Any]) -> None:
    found = explanation([suspect(where, ratio) for where, ratio in zip(case["suspects"], case["ratios"], strict=True)])
    taken = suspect_of(cube(ROWS, 4), found, alarm(case["alarm"], 2, weeks=4))
    assert taken == (found.suspects[case["taken"]] if case["taken"] >= 0 else None)


@pytest.mark.parametrize(
    ("where", "short"),
    [
        ({"fault": "漏水", "category": "机身"}, {"fault": "漏水"}),
        ({"city": "成都市", "province": "四川省"}, {"city": "成都市"}),
        ({"province": "四川省", "fault": "漏水"}, {"province": "四川省", "fault": "漏水"}),
        ({"version": "1", "model": "A"}, {"version": "1", "model": "A"}),
        ({}, {}),
    ],
)
def test_a_parent_is_dropped_where_its_child_implies_it(where: dict[str, str], short: dict[str, str]) -> None:
    """Version 1 is one of model A and of model B: there the parent is not implied."""
    same = {"category": "机身", "fault": "漏水", "province": "四川省", "city": "成都市", "version": "1"}
    other = {"category": "机身", "fault": "异响", "province": "四川省", "city": "绵阳市", "version": "1"}
    rows = [{"where": same | {"model": "A"}, "counts": [3, 3]}, {"where": other | {"model": "B"}, "counts": [3, 3]}]
    assert drop_implied_values(cube(rows, 2), where) == short


@pytest.mark.parametrize(
    ("where", "kept"),
    [
        ({"fault": "漏水", "city": "成都市"}, [0]),
        ({"fault": "漏水"}, [0, 1]),
        ({}, [0, 1]),
        ({"city": "绵阳市"}, []),
    ],
)
def test_suspects_of_another_place_are_another_event(where: dict[str, str], kept: list[int]) -> None:
    both = (suspect({"city": "成都市"}), suspect({"version": "2"}))
    assert related(both, where) == tuple(both[i] for i in kept)


def test_the_fault_of_a_slice_says_what_is_wrong() -> None:
    assert fault_of({"fault": "漏水", "city": "成都市"}) == {"fault": "漏水"}
    assert fault_of({"city": "成都市"}) == {}


def test_figures_are_those_of_the_suspect_of_the_whole_or_of_the_alarm() -> None:
    one, given = suspect({"version": "2"}), alarm({"fault": "漏水"}, 2)
    found = explanation([one])
    assert figures_of(given, found, one, whole=True) == Figures(30.0, 10.0, 3.0, 1.5, 6.0)
    assert figures_of(given, found, None, whole=False) == Figures(30.0, 10.0, 3.0, 2.0, 4.4)
    whole = figures_of(given, found, None, whole=True)
    assert (whole.observed, whole.expected, whole.ratio) == (40.0, 20.0, 2.0)
    assert 1.3 < whole.low < 2.0 < whole.high < 3.0


@pytest.mark.parametrize(("days", "expected"), [(7, MONDAY + timedelta(weeks=3)), (1, MONDAY + timedelta(days=3))])
def test_the_onset_is_a_week_or_a_day(days: int, expected: object) -> None:
    assert onset_day(cube(ROWS, 4, days), alarm({"fault": "漏水"}, 3, weeks=4)) == expected


def stage(
    monkeypatch: pytest.MonkeyPatch, found: object, seasonal: bool = False, keep_place: bool = False
) -> SecondStage:
    """The second stage on the cube above, with an explanation that is given."""
    monkeypatch.setattr(confirmation, "explain", lambda *_, **__: found)
    tickets = cube(ROWS, 4)
    reference = Period(MONDAY, MONDAY + timedelta(weeks=2))
    return SecondStage(rules.WEEKLY, tickets, tickets, reference, slice(2), lambda _: seasonal, keep_place)


def test_a_confirmed_alarm_takes_the_slice_of_its_suspect(monkeypatch: pytest.MonkeyPatch) -> None:
    found = confirm(alarm({"fault": "漏水"}, 2, weeks=4), stage(monkeypatch, explanation([suspect({"version": "2"})])))
    assert found is not None
    assert found.where == {"fault": "漏水", "version": "2"}
    assert (found.fault, found.since) == ({"fault": "漏水"}, MONDAY + timedelta(weeks=2))
    finding = found.finding(rules.WEEKLY, cube(ROWS, 4), 12.0)
    assert (finding.until, finding.ratio, finding.rule) == (MONDAY + timedelta(days=27), 3.0, "weekly")


def test_a_better_slice_that_is_only_the_season_is_no_event(monkeypatch: pytest.MonkeyPatch) -> None:
    given = stage(monkeypatch, explanation([suspect({"version": "2"})]), seasonal=True)
    assert confirm(alarm({"fault": "漏水"}, 2, weeks=4), given) is None
    same = stage(monkeypatch, explanation([suspect({"version": "2"})]), seasonal=True)
    assert confirm(alarm({"fault": "漏水", "version": "2"}, 2, weeks=4), same) is not None, "its own slice was tested"


def test_a_fault_that_rose_everywhere_is_the_whole_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    given = stage(monkeypatch, explanation([], outside=True))
    found = confirm(alarm({"fault": "漏水", "city": "成都市"}, 2, weeks=4, score=20.0), given)
    assert found is not None
    assert found.where == {"fault": "漏水"}
    assert found.figures.observed == 40.0


@pytest.mark.parametrize(
    ("keep_place", "where"), [(True, {"city": "绵阳市", "version": "1"}), (False, {"version": "1"})]
)
def test_a_wider_place_replaces_that_of_an_alarm_by_week_and_not_by_day(
    monkeypatch: pytest.MonkeyPatch, keep_place: bool, where: dict[str, str]
) -> None:
    given = stage(monkeypatch, explanation([suspect({"version": "1"})]), keep_place=keep_place)
    found = confirm(alarm({"city": "绵阳市", "version": "1"}, 2, weeks=4), given)
    assert found is not None
    assert found.where == where


def test_what_is_not_confirmed_is_no_event(monkeypatch: pytest.MonkeyPatch) -> None:
    given = stage(monkeypatch, explanation([suspect({"version": "2"}, p=0.5)]))
    assert confirm(alarm({"fault": "漏水"}, 2, weeks=4, score=7.0), given) is None
