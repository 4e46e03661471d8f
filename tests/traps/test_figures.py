"""The ways in which figures lie, each held by a test."""

from datetime import date, datetime, timedelta

import pytest

from fixtures_facts import in_service, put, ticket
from zhenyin.core.errors import Invalid
from zhenyin.question.filters import Filter
from zhenyin.question.models import Answer, Question
from zhenyin.question.period import Period
from zhenyin.question.service import answer, rows
from zhenyin.warehouse.gateway import Warehouse


def _values(given: Answer, cut: str) -> dict[object, float | None]:
    return {cell.at[cut]: cell.estimate.value for cell in given.cells}


def test_exposure_in_several_rows_does_not_multiply_tickets(warehouse: Warehouse) -> None:
    put(warehouse, "tickets", [ticket(i, datetime(2026, 3, 31, 9), product="A") for i in range(3)])
    put(warehouse, "tickets", [ticket(9, datetime(2026, 3, 1), product="A", kind="咨询")])
    put(warehouse, "exposure", [in_service(date(2026, 3, 1), 500, product="A", model=m) for m in "xyz"])
    cell = answer(warehouse, Question(("failure_rate",), ("product",))).cells[0]
    assert cell.estimate.value == pytest.approx(3 / 1500 * 1000)


def test_a_duplicate_counts_as_a_report_but_not_as_a_ticket(warehouse: Warehouse) -> None:
    put(warehouse, "tickets", [ticket(1, datetime(2026, 3, 1)), ticket(2, datetime(2026, 3, 1), duplicate_of="t:1")])
    assert answer(warehouse, Question(("ticket_count",))).cells[0].estimate.value == 1
    assert answer(warehouse, Question(("reported_count",))).cells[0].estimate.value == 2


def test_nothing_in_service_is_unknown_and_keeps_its_tickets(warehouse: Warehouse) -> None:
    put(
        warehouse,
        "tickets",
        [ticket(1, datetime(2026, 3, 31), product="A"), ticket(2, datetime(2026, 3, 1), product="B")],
    )
    put(warehouse, "exposure", [in_service(date(2026, 3, 1), 100, product=p) for p in ("A", "C")])
    found = _values(answer(warehouse, Question(("failure_rate",), ("product",))), "product")
    assert found == {"A": pytest.approx(10), "B": None, "C": 0}


def test_half_a_month_is_half_of_its_unit_months(warehouse: Warehouse) -> None:
    put(warehouse, "tickets", [ticket(1, datetime(2026, 4, 1)), ticket(2, datetime(2026, 4, 30))])
    put(warehouse, "exposure", [in_service(date(2026, 4, 1), 1000)])
    half = Question(("failure_rate",), period=Period(date(2026, 4, 1), date(2026, 4, 16)))
    assert answer(warehouse, half).cells[0].estimate.value == pytest.approx(2.0)
    assert answer(warehouse, Question(("failure_rate",))).cells[0].estimate.value == pytest.approx(2.0)


def test_an_unfinished_month_is_marked_and_the_one_before_is_not(warehouse: Warehouse) -> None:
    put(warehouse, "tickets", [ticket(1, datetime(2026, 3, 2)), ticket(2, datetime(2026, 4, 5))])
    cells = answer(warehouse, Question(("ticket_count",), grain="month")).cells
    assert [(c.at["month"], c.incomplete) for c in cells] == [(date(2026, 3, 1), False), (date(2026, 4, 1), True)]


def test_a_month_of_exposure_and_of_tickets_is_one_cell(warehouse: Warehouse) -> None:
    put(warehouse, "tickets", [ticket(1, datetime(2026, 3, 2)), ticket(2, datetime(2026, 3, 31))])
    put(warehouse, "exposure", [in_service(date(2026, 3, 1), 1000)])
    cells = answer(warehouse, Question(("failure_rate",), grain="month")).cells
    assert [c.at["month"] for c in cells] == [date(2026, 3, 1)]


def test_a_rate_refuses_a_cut_that_exposure_lacks_and_names_those_it_takes(warehouse: Warehouse) -> None:
    with pytest.raises(Invalid, match=r"故障率|Failure rate cannot be cut.*'fault'.*province"):
        answer(warehouse, Question(("failure_rate",), ("fault",)))
    with pytest.raises(Invalid, match="'hour'"):
        answer(warehouse, Question(("failure_rate",), ("hour",)))


def test_a_wrong_grain_or_a_comparison_without_period_is_refused(warehouse: Warehouse) -> None:
    with pytest.raises(Invalid, match="fortnight"):
        answer(warehouse, Question(("ticket_count",), grain="fortnight"))
    with pytest.raises(Invalid, match="needs a period"):
        answer(warehouse, Question(("ticket_count",), compare="previous"))


def test_a_change_is_told_with_its_interval(warehouse: Warehouse) -> None:
    march = [ticket(i, datetime(2026, 3, 5)) for i in range(100)]
    april = [ticket(i, datetime(2026, 4, 5)) for i in range(200, 400)]
    put(warehouse, "tickets", march + april)
    question = Question(("ticket_count",), period=Period(date(2026, 4, 1), date(2026, 5, 1)), compare="previous")
    change = answer(warehouse, question).cells[0].change
    assert change is not None
    assert change.before.value == 100
    assert change.change == pytest.approx(1.0)
    assert change.significant
    assert change.low is not None
    assert change.high is not None
    assert change.low < 1.0 < change.high


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("product=A", 2),
        ("product=A,B", 3),
        ("product!=A", 2),
        ("product=", 1),
        ("title~漏", 1),
        ("hour=9..10", 2),
        ("extra.os=Android", 1),
    ],
)
def test_filters_keep_what_they_say(warehouse: Warehouse, text: str, left: int) -> None:
    put(
        warehouse,
        "tickets",
        [
            ticket(1, datetime(2026, 3, 1, 9), product="A", category="漏水", extra={"os": "Android"}),
            ticket(2, datetime(2026, 3, 1, 10), product="A", extra={"os": "iOS"}),
            ticket(3, datetime(2026, 3, 1, 11), product="B"),
            ticket(4, datetime(2026, 3, 1, 12)),
        ],
    )
    question = Question(("ticket_count",), filters=(Filter.read(text.replace("title", "category")),))
    assert answer(warehouse, question).cells[0].estimate.value == left
    assert rows(warehouse, question, {})[1] == left


def test_one_value_has_no_interval_and_none_is_unknown(warehouse: Warehouse) -> None:
    assert answer(warehouse, Question(("resolution_hours",))).cells[0].estimate.value is None
    put(warehouse, "tickets", [ticket(1, datetime(2026, 3, 1, 9), resolved_at=datetime(2026, 3, 1, 15))])
    only = answer(warehouse, Question(("resolution_hours",))).cells[0].estimate
    assert (only.value, only.low, only.n) == (6.0, None, 1)


def test_a_median_and_its_interval_are_those_of_the_rows(warehouse: Warehouse) -> None:
    start = datetime(2026, 3, 1)
    put(warehouse, "tickets", [ticket(i, start, resolved_at=start + timedelta(hours=i)) for i in range(101)])
    median = answer(warehouse, Question(("resolution_hours_median",))).cells[0].estimate
    assert (median.value, median.n) == (pytest.approx(50), 101)
    # The 95 % interval of the ranks is 40 to 60; it may be given a little wide, never narrow.
    assert median.low is not None
    assert median.high is not None
    assert 25 <= median.low <= 40.5
    assert 59.5 <= median.high <= 75
