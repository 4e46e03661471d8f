"""Quantiles by way of counts are those of the engine, to the last digit."""

from datetime import date, datetime, timedelta

import numpy as np
import pyarrow as pa
import pytest

from fixtures_facts import put, ticket
from zhenyin.metrics import METRICS
from zhenyin.question import exact_quantiles, sums
from zhenyin.question.models import Answer, Question, Span
from zhenyin.question.period import Period
from zhenyin.question.plan import Pass, passes, slots_of
from zhenyin.question.service import answer
from zhenyin.warehouse.gateway import Warehouse

QUANTILES = [key for key, metric in METRICS.items() if metric.kind == "quantile"]
SPRING = Period(date(2026, 3, 1), date(2026, 5, 15))


@pytest.fixture
def busy(warehouse: Warehouse) -> Warehouse:
    """Tickets whose durations go from a few minutes to months, some below zero, in cells of 1 to 500 rows."""
    dice = np.random.default_rng(3)
    made = []
    for number in range(1_500):
        created = datetime(2026, 1, 1) + timedelta(seconds=int(dice.integers(0, 180 * 86_400)))
        lasted = timedelta(seconds=int(dice.lognormal(10, 2)) - 600)
        product = str(dice.choice(["A", "B", "C"], p=[0.6, 0.39, 0.01])) if number % 9 else None
        known = {"resolved_at": created + lasted, "first_response_at": created + lasted / 50} if number % 7 else {}
        made.append(ticket(number, created, product=product, province=str(dice.choice(["北京", "上海"])), **known))
    put(warehouse, "tickets", made)
    return warehouse


@pytest.mark.parametrize("key", QUANTILES)
@pytest.mark.parametrize(
    "query",
    [
        {},
        {"cuts": ("product",)},
        {"cuts": ("product", "province"), "period": SPRING, "compare": "previous"},
        {"cuts": ("product",), "grain": "month"},
        {"grain": "day"},
        {"period": Period(date(2031, 1, 1), date(2031, 2, 1))},
    ],
)
def test_counting_tells_the_figures_of_the_engine(
    key: str, query: dict[str, object], busy: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = Question((key,), **query)  # type: ignore[arg-type]
    found = answer(busy, question)
    monkeypatch.setattr(sums, "_exact_quantiles", lambda *_: None)
    assert _figures(found) == _figures(answer(busy, question))


def test_two_quantiles_of_one_column_and_a_count_are_asked_together(busy: Warehouse) -> None:
    alone = [cell for key in (*QUANTILES, "ticket_count") for cell in answer(busy, Question((key,))).cells]
    assert list(answer(busy, Question((*QUANTILES, "ticket_count"))).cells) == alone


def test_facts_that_change_between_the_counts_are_noticed(busy: Warehouse) -> None:
    step = _step("resolution_hours_median")
    assert step.value_counts
    calls = 0

    def ask(counts: object) -> pa.Table:
        nonlocal calls
        calls += 1
        if calls == 2:
            with busy.writing() as cursor:
                cursor.run("DELETE FROM tickets WHERE hash(ticket_id) % 2 = 0")
        return busy.query(counts)  # type: ignore[arg-type]

    assert exact_quantiles.exact_quantiles(ask, step.value_counts, {0: 0.5}) is None


def test_more_counts_than_pay_are_left_to_the_engine(busy: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    question = Question(("resolution_hours_p90",), ("product",))
    found = answer(busy, question)
    monkeypatch.setattr(sums, "MAX_COUNTS", 5)
    assert _figures(answer(busy, question)) == _figures(found)


def _step(key: str) -> Pass:
    return passes(slots_of([METRICS[key]]), Question((key,)), Span(datetime(2026, 1, 1), datetime(2026, 6, 30)))[0]


def _figures(given: Answer) -> list[tuple[object, ...]]:
    return [(cell.at, cell.estimate, cell.change) for cell in given.cells]
