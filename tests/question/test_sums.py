"""The sheet of sums: what a row of an aggregate gives, a mean of nothing, empty buckets, stocks that run on."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from fixtures_facts import put, ticket
from zhenyin.core.errors import NotFound, TooMany
from zhenyin.metrics import METRICS
from zhenyin.question import sums
from zhenyin.question.models import Estimate, Question, Span
from zhenyin.question.period import Period
from zhenyin.question.plan import metric_slots, passes, slots_of, whole
from zhenyin.question.service import answer
from zhenyin.question.sums import NOTHING, Sheet, Sums, buckets, enter, gather, span
from zhenyin.question.values import estimate
from zhenyin.warehouse.gateway import Warehouse

KNOWN = Span(datetime(2026, 2, 2, 9), datetime(2026, 3, 18, 9))
MEAN, RATE, SHARE, COUNT = (METRICS[key] for key in ("csat_score", "failure_rate", "complaint_share", "ticket_count"))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"total0": None, "squares0": None, "n0": 0}, NOTHING),
        ({"total0": None, "squares0": None, "n0": None}, NOTHING),
        ({"total0": 0, "grid0": None}, NOTHING),
        ({"total0": 3}, Sums(3.0, 0.0, 3)),
        ({"total0": 7.5, "n0": 4}, Sums(7.5, 0.0, 4)),
        ({"total0": 7.5, "squares0": 20.25, "n0": 4}, Sums(7.5, 20.25, 4)),
        ({"total0": 2, "grid0": [1.0, 5.0]}, Sums(2.0, 0.0, 2, (1.0, 5.0))),
    ],
)
def test_a_row_gives_its_sums_and_none_of_it_is_nothing(row: dict[str, Any], expected: Sums) -> None:
    question = Question(("csat_score",))
    (step,) = passes(slots_of([MEAN]), question, KNOWN)
    sheet = Sheet(slots_of([MEAN]))
    enter(sheet, step, [row], question, KNOWN)
    assert sheet.cells == {(): {0: expected}}


@pytest.mark.parametrize("key", ["csat_score", "nps", "resolution_hours", "transfer_rate"])
def test_a_mean_of_nothing_is_unknown_and_made_of_nothing(key: str, twelve: Warehouse) -> None:
    unknown = Estimate(None, None, None, 0, 0.0, 0.0)
    assert estimate(METRICS[key], [NOTHING]) == unknown
    before = answer(twelve, Question((key,), period=Period(date(2025, 1, 1), date(2026, 1, 1))))
    assert [cell.estimate for cell in before.cells] == [unknown]
    assert before.totals[key].estimate == unknown


def test_a_quantile_of_nothing_is_unknown() -> None:
    assert estimate(METRICS["resolution_hours_median"], [NOTHING]) == Estimate(None, None, None, 0)
    assert estimate(METRICS["resolution_hours_median"], [Sums(5.0, 0.0, 5)]).value is None


def test_the_sums_of_a_metric_are_found_by_its_parts() -> None:
    sheet = Sheet(slots_of([COUNT, RATE, SHARE]))
    failures, units = (sheet.slots.index(slot) for slot in metric_slots(RATE))
    for key, number, total in (("A", failures, 3), ("A", units, 100), ("B", units, 50), ("A", failures, 1)):
        sheet.add((key,), number, Sums(total, 0.0, total))
    assert sheet.of(RATE, ("A",)) == [Sums(4, 0.0, 4), Sums(100, 0.0, 100)]
    assert sheet.of(RATE, ("B",)) == [NOTHING, Sums(50, 0.0, 50)]
    assert sheet.of(RATE, ("C",)) == [NOTHING, NOTHING]
    assert sheet.total(RATE) == [Sums(4, 0.0, 4), Sums(150, 0.0, 150)]
    assert sheet.total(COUNT) == [NOTHING]


def test_metrics_that_share_a_sum_make_it_once() -> None:
    together = slots_of([COUNT, SHARE, METRICS["complaint_rate"]])
    assert len(together) == len({*metric_slots(COUNT), *metric_slots(SHARE), *metric_slots(METRICS["complaint_rate"])})
    assert len(together) < 1 + 2 + 2


@pytest.mark.parametrize(
    ("grain", "period", "first", "last", "count"),
    [
        ("day", None, "2026-02-02", "2026-03-18", 45),
        ("week", None, "2026-02-02", "2026-03-16", 7),
        ("month", None, "2026-02-01", "2026-03-01", 2),
        ("year", None, "2026-01-01", "2026-01-01", 1),
        ("week", (date(2026, 2, 11), date(2026, 2, 24)), "2026-02-09", "2026-02-23", 3),
        ("month", (date(2025, 1, 1), date(2026, 2, 3)), "2026-02-01", "2026-02-01", 1),
        ("day", (date(2026, 3, 18), date(2027, 1, 1)), "2026-03-18", "2026-03-18", 1),
        ("day", (date(2026, 4, 1), date(2026, 5, 1)), None, None, 0),
        ("week", (date(2025, 4, 1), date(2025, 5, 1)), None, None, 0),
    ],
)
def test_buckets_are_those_that_the_data_reaches(
    grain: Any, period: tuple[date, date] | None, first: str | None, last: str | None, count: int
) -> None:
    question = Question(("ticket_count",), period=Period(*period) if period else None, grain=grain)
    found = buckets(question, KNOWN)
    assert len(found) == count
    assert (first, last) == ((found[0].isoformat(), found[-1].isoformat()) if found else (None, None))
    assert all(a < b for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("start", "end", "first", "until"),
    [
        (date(2026, 1, 1), date(2026, 2, 10), date(2026, 2, 2), date(2026, 2, 10)),
        (date(2026, 3, 1), date(2026, 4, 1), date(2026, 3, 1), date(2026, 3, 19)),
        (date(2026, 2, 5), date(2026, 2, 6), date(2026, 2, 5), date(2026, 2, 6)),
        (date(2026, 5, 1), date(2026, 6, 1), date(2026, 5, 1), date(2026, 5, 1)),
    ],
)
def test_the_days_that_count_are_both_wanted_and_known(start: date, end: date, first: date, until: date) -> None:
    question = Question(("ticket_count",), period=Period(start, end))
    assert whole(question, KNOWN) == Period(first, until)


def test_the_span_of_the_data_is_that_of_its_tickets(twelve: Warehouse, warehouse: Warehouse) -> None:
    assert span(twelve) == KNOWN
    assert KNOWN.period == Period(date(2026, 2, 2), date(2026, 3, 19))
    assert span(warehouse) is None


def test_a_stock_of_too_many_combinations_is_refused_and_a_count_is_left_unfilled(
    twelve: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Question(("ticket_count",), ("province",), grain="day")
    full = answer(twelve, counted).cells
    monkeypatch.setattr(sums, "MAX_FILLED", 3 * 45 - 1)
    sparse = answer(twelve, counted).cells
    assert (len(full), len(sparse)) == (3 * 45, len({(c.at["day"], c.at["province"]) for c in full if c.estimate.n}))
    assert {c.estimate.value for c in sparse} == {1.0}
    with pytest.raises(TooMany) as refused:
        answer(twelve, Question(("backlog",), ("province",), grain="day"))
    assert refused.value.code == "stock-too-fine"
    assert "3 combinations in 45 buckets" in refused.value.words.en


def test_a_stock_runs_on_from_before_the_period(warehouse: Warehouse) -> None:
    """Ten come on 5 January, of which each day from 1 March on takes one away."""
    came = datetime(2026, 1, 5, 9)
    left = [datetime(2026, 3, 1, 12) + timedelta(days=n) for n in range(10)]
    made = [ticket(n, came, resolved_at=at, ended_at=at) for n, at in enumerate(left)]
    put(warehouse, "tickets", [*made, ticket(10, datetime(2026, 3, 9), resolved_at=None)])
    march = Period(date(2026, 3, 1), date(2026, 3, 6))
    cells = answer(warehouse, Question(("backlog",), period=march, grain="day")).cells
    assert [cell.estimate.value for cell in cells] == [9, 8, 7, 6, 5]
    assert [cell.at["day"].day for cell in cells] == [1, 2, 3, 4, 5]


def test_a_metric_that_nobody_knows_is_refused_before_anything_runs(warehouse: Warehouse) -> None:
    with pytest.raises(NotFound, match="failure_rate"):
        answer(warehouse, Question(("falure_rate",)))


def test_one_pass_fills_all_that_share_their_rows(twelve: Warehouse) -> None:
    metrics = [COUNT, SHARE, METRICS["complaint_rate"], RATE]
    sheet = gather(twelve, metrics, Question(tuple("abcd"), ("product",)), KNOWN)
    assert len(sheet.sql) == 2, "tickets by their creation, and units by their month"
    assert sheet.of(COUNT, ("A",))[0].total == 7
    # 27 of the 28 days of February, 18 of the 31 of March.
    assert sheet.of(RATE, ("A",))[1].total == pytest.approx(100 * 27 / 28 + 200 * 18 / 31)


def test_the_buckets_compared_with_stand_beside_those_of_the_period(twelve: Warehouse) -> None:
    two_weeks = Period(date(2026, 3, 2), date(2026, 3, 16))
    cells = answer(twelve, Question(("ticket_count",), period=two_weeks, grain="week", compare="previous")).cells
    found = [(c.at["week"].day, c.estimate.value, c.change.before.value) for c in cells if c.change]
    assert found == [(2, 3, 1), (9, 2, 0)]


@pytest.mark.parametrize("grain", [None, "week"])
def test_without_data_a_comparison_is_of_nothing(grain: Any, warehouse: Warehouse) -> None:
    march = Period(date(2026, 3, 1), date(2026, 4, 1))
    found = answer(warehouse, Question(("ticket_count",), period=march, grain=grain, compare="previous"))
    assert found.data_until is None
    assert found.period == march
    assert [(c.estimate.value, c.change and c.change.before.value) for c in found.cells] == ([] if grain else [(0, 0)])
    assert not any(c.incomplete for c in found.cells)
