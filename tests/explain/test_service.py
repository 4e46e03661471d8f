"""What an explanation names, and what it does not."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from fixtures_facts import put, ticket
from zhenyin.core.errors import Invalid
from zhenyin.explain.presentation import chart_of
from zhenyin.explain.service import explain
from zhenyin.explain.source import leaves
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.weekly import Weeks, weekly
from zhenyin.reliability.age_onset import age_onset
from zhenyin.watch.scan.ticket_cube import ticket_cube

FIRST = date(2026, 1, 5)
NOW = Period(FIRST + timedelta(weeks=16), FIRST + timedelta(weeks=20))
BEFORE = Period(FIRST, FIRST + timedelta(weeks=16))
WEEKS = Weeks(FIRST, 20)
CITIES = {"四川省": ("成都市", "绵阳市", "德阳市"), "浙江省": ("杭州市", "宁波市")}


def company(raised: dict[str, Any], factor: float = 4.0, level: float = 3.0) -> list[dict[str, Any]]:
    """Twenty weeks of three faults on three versions in four cities; `raised` has more tickets in the last four."""
    dice = np.random.default_rng(11)
    made: list[dict[str, Any]] = []
    for week in range(20):
        for fault in ("漏水", "异响", "死机"):
            for version in ("1", "2", "3"):
                for province, cities in CITIES.items():
                    for city in cities:
                        given = {"fault": fault, "version": version, "province": province, "city": city}
                        bad = week >= 16 and raised.items() <= given.items()
                        at = datetime.combine(FIRST + timedelta(weeks=week), datetime.min.time())
                        for _ in range(int(dice.poisson(level * (factor if bad else 1)))):
                            made.append(ticket(len(made), at + timedelta(hours=int(dice.integers(168))), **given))
    return made


def where(**values: str) -> list[Filter]:
    return [Filter(name, "in", (value,)) for name, value in values.items()]


def test_the_slice_that_moved_is_named_and_not_its_parent(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company({"fault": "漏水", "version": "2", "city": "成都市"}, factor=8))
    found = explain(workspace, "ticket_count", where(fault="漏水"), NOW, before=BEFORE)
    assert found.suspects[0].where == {"version": "2", "city": "成都市"}
    assert found.suspects[0].low < 8 < found.suspects[0].high
    assert not found.outside


def test_a_rise_everywhere_lies_outside_the_recorded_attributes(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company({"fault": "漏水"}))
    found = explain(workspace, "ticket_count", where(fault="漏水"), NOW, before=BEFORE)
    assert (found.suspects, found.outside) == ((), True)
    assert chart_of(found) is None


def test_the_city_of_a_province_is_named_though_no_other_province_has_it(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company({"city": "成都市"}))
    found = explain(workspace, "ticket_count", where(province="四川省"), NOW, before=BEFORE)
    assert [s.where for s in found.suspects] == [{"city": "成都市"}]
    assert found.suspects[0].expected > 0


def test_a_version_that_everybody_moves_to_explains_nothing(workspace: Workspace) -> None:
    rows = company({})
    for row in rows:
        if row["created_at"].date() >= NOW.start:
            row["version"] = "4"
    put(workspace.warehouse, "tickets", rows)
    found = explain(workspace, "ticket_count", where(fault="漏水"), NOW, before=BEFORE)
    assert (found.suspects, found.outside) == ((), False)


def test_a_new_version_with_more_of_a_fault_than_of_others_is_named(workspace: Workspace) -> None:
    rows = company({"fault": "漏水", "version": "3"}, factor=5)
    for row in rows:
        if row["created_at"].date() >= NOW.start and row["version"] == "3":
            row["version"] = "4"
    put(workspace.warehouse, "tickets", rows)
    found = explain(workspace, "ticket_count", where(fault="漏水"), NOW, before=BEFORE)
    assert found.suspects[0].where == {"version": "4"}


def test_memory_gives_the_figures_that_the_warehouse_gives(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company({"city": "成都市"}))
    cube = ticket_cube(workspace, "ticket_count", WEEKS)
    for dims in ((), ("fault",), ("fault", "city")):
        table, _ = weekly(workspace, "ticket_count", dims, WEEKS)
        assert {k: v.tolist() for k, v in cube.weekly(dims).items()} == {k: v.tolist() for k, v in table.items()}
    one = cube.leaves("ticket_count", ("version", "city"), NOW, where(fault="漏水"))
    other = leaves(workspace, "ticket_count", ("version", "city"), NOW, where(fault="漏水"))
    assert one.numerator.sum() == other.numerator.sum()
    assert sorted(one.numerator) == sorted(other.numerator)
    # Half a week is not in memory: it is asked for.
    half = Period(NOW.start, NOW.start + timedelta(days=3))
    expected = leaves(workspace, "ticket_count", ("city",), half, [])
    assert cube.leaves("ticket_count", ("city",), half, []).numerator.sum() == expected.numerator.sum()


def test_explanations_from_memory_and_from_the_warehouse_are_one(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company({"fault": "漏水", "version": "2"}))
    cube = ticket_cube(workspace, "ticket_count", WEEKS)
    one, other = (
        explain(workspace, "ticket_count", where(fault="漏水"), NOW, before=BEFORE, source=source)
        for source in (None, cube)
    )
    # A scan, which has its own source of leaves, finds onsets itself.
    assert [replace(s, since=None) for s in one.suspects] == list(other.suspects)


def test_wear_begins_at_an_age_and_a_bad_release_on_a_date() -> None:
    total = np.full((8, 12), 15.0)
    wear = np.where(np.arange(8)[:, None] >= 5, 8.0, 0.5) * np.ones(12)
    release = np.where(np.arange(12) >= 7, 8.0, 0.5) * np.ones((8, 1))
    found = age_onset(list(range(8)), wear, total)
    assert found is not None
    assert found.months == 5
    assert age_onset(list(range(8)), release, total) is None


@pytest.mark.parametrize(
    ("filters", "period", "compare", "code"),
    [([], None, "previous", "compare-without-period"), ([], NOW, "rest", "compare-without-slice")],
)
def test_what_cannot_be_compared_is_refused(
    workspace: Workspace, filters: Any, period: Any, compare: Any, code: str
) -> None:
    with pytest.raises(Invalid, match=code) as caught:
        explain(workspace, "ticket_count", filters, period, compare)
    assert caught.value.words.zh
    assert caught.value.words.en


def test_the_method_and_its_reason_are_told_with_the_explanation(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company({"fault": "漏水", "city": "成都市"}, factor=8))
    found = explain(workspace, "ticket_count", where(fault="漏水"), NOW, before=BEFORE)
    assert found.method is not None
    assert (found.method.key, found.method.reason) == ("scan", "several_dimensions")
    rules = explain(workspace, "ticket_count", where(fault="漏水"), NOW, before=BEFORE, method="rules")
    assert rules.method is not None
    assert rules.method.key == "rules"
