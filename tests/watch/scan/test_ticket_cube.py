"""The cube of tickets in memory: the same counts as a count by hand, whichever way it is sliced."""

from datetime import timedelta
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.cubes import MONDAY, cube

from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.weekly import Weeks
from zhenyin.watch.scan import ticket_cube
from zhenyin.watch.scan.ticket_cube import TicketCube, event_counts

ROWS = [
    {"where": {"fault": "漏水", "city": "成都市"}, "counts": [1, 2, 3, 4]},
    {"where": {"fault": "漏水", "city": "绵阳市"}, "counts": [0, 0, 5, 5]},
    {"where": {"fault": "闪退", "city": "成都市"}, "counts": [7, 0, 0, 1]},
]


@pytest.fixture
def found() -> TicketCube:
    return cube(ROWS, 4)


@pytest.mark.parametrize(
    ("where", "counts"),
    [
        ({}, [8, 2, 8, 10]),
        ({"fault": "漏水"}, [1, 2, 8, 9]),
        ({"city": "成都市"}, [8, 2, 3, 5]),
        ({"fault": "漏水", "city": "绵阳市"}, [0, 0, 5, 5]),
        ({"fault": "异响"}, [0, 0, 0, 0]),
    ],
)
def test_the_series_of_a_slice(found: TicketCube, where: dict[str, str], counts: list[int]) -> None:
    assert found.series(where).tolist() == counts
    assert found.within(where).series({}).tolist() == counts
    changed = found.series(where)
    changed += 1
    assert found.series(where).tolist() == counts, "what is kept in memory does not change with a copy"


@pytest.mark.parametrize("cells", [20e6, 1])
def test_a_table_is_the_same_however_its_cells_are_counted(
    found: TicketCube, cells: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ticket_cube, "_MAX_CELLS", cells)
    table = {key: series.tolist() for key, series in found.weekly(("fault", "city")).items()}
    assert table == {tuple(row["where"].values()): row["counts"] for row in ROWS}


@pytest.mark.parametrize(
    ("recent", "least", "kept"),
    [(1, 4.0, {"成都市", "绵阳市"}), (1, 5.5, set()), (2, 9.5, {"绵阳市"}), (0, 12.0, {"成都市"})],
)
def test_a_table_may_be_of_slices_with_recent_tickets_only(
    found: TicketCube, recent: int, least: float, kept: set[str]
) -> None:
    assert {key[0] for key in found.weekly(("city",), recent, least)} == kept


def test_what_was_known_earlier_is_the_first_weeks(found: TicketCube) -> None:
    earlier = found.until(Weeks(MONDAY, 2))
    assert earlier.series({"fault": "漏水"}).tolist() == [1, 2]
    assert earlier.whole is found


@pytest.mark.parametrize(
    ("start", "end", "covered"), [(0, 28, True), (7, 21, True), (0, 29, False), (3, 21, False), (-7, 7, False)]
)
def test_a_period_of_whole_weeks_is_covered(found: TicketCube, start: int, end: int, covered: bool) -> None:
    period = Period(MONDAY + timedelta(days=start), MONDAY + timedelta(days=end))
    assert found.covers(period) is covered


def test_leaves_are_those_of_the_period_and_the_filters(found: TicketCube) -> None:
    period = Period(MONDAY + timedelta(weeks=2), MONDAY + timedelta(weeks=4))
    leaves = found.leaves("ticket_count", ("city",), period, [Filter("fault", "in", ("漏水",))])
    by_city = {leaves.values[0][code]: n for (code,), n in zip(leaves.codes.tolist(), leaves.numerator, strict=True)}
    assert by_city == {"成都市": 7.0, "绵阳市": 10.0}


def test_what_is_not_in_memory_is_asked_of_the_warehouse(found: TicketCube, monkeypatch: pytest.MonkeyPatch) -> None:
    queries = []
    monkeypatch.setattr(ticket_cube, "leaves", lambda *query: queries.append(query[1:]))
    whole, half = found.weeks.period, Period(MONDAY, MONDAY + timedelta(days=3))
    found.leaves("failure_rate", ("city",), whole, [])
    found.leaves("ticket_count", ("city",), half, [])
    found.leaves("ticket_count", ("agent",), whole, [])
    found.leaves("ticket_count", ("city",), None, [])
    assert len(queries) == 4


def test_the_counts_of_an_event_in_other_slices(found: TicketCube) -> None:
    inside = event_counts(found.within({"fault": "漏水"}))
    counts = inside({"city": "绵阳市"})
    assert counts is not None
    assert counts.tolist() == [0, 0, 5, 5]
    assert inside({"fault": "闪退"}) is None
    everything = inside({})
    assert everything is not None
    assert everything.tolist() == [1, 2, 8, 9]


@given(st.integers(0, 1_000))
def test_the_parts_of_a_cut_add_up_to_the_whole(seed: int) -> None:
    dice = np.random.default_rng(seed)
    wheres = [dict(zip("abc", key, strict=True)) for key in product("xy", "uv", "pq")]
    tickets = cube([{"where": where, "counts": dice.poisson(3, 5).tolist()} for where in wheres], 5)
    for dims in (("a",), ("b", "c"), ("a", "b", "c")):
        assert sum(tickets.weekly(dims).values()).tolist() == tickets.series({}).tolist()
