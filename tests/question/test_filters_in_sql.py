"""A filter of days keeps the same rows whether the engine applies it to moments or we apply it to whole days."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy, builds, integers, just, lists, one_of, sampled_from

from fixtures_cases import table
from fixtures_facts import put, ticket
from zhenyin.core import settings as settings_of
from zhenyin.core.errors import Invalid
from zhenyin.dimensions import dimension
from zhenyin.question.filters import Filter, bucket
from zhenyin.question.models import Question
from zhenyin.question.period import Period
from zhenyin.question.service import answer
from zhenyin.warehouse import gateway
from zhenyin.warehouse.gateway import Warehouse

FIRST, COUNT = date(2025, 1, 1), 460
DAYS = [FIRST + timedelta(days=n) for n in range(COUNT)]
_TIMES = ("day", "week", "month", "quarter", "year")
_SPANS = sampled_from(("2025", "2025-Q3", "2025-11", "2026-02", "2026-W01", "2025-12-31", "2026-03-05", "last-3-weeks"))
_NUMBERS = one_of(integers(-1, 7).map(str), sampled_from(("2.5", "4.5")))


def _ranges(values: SearchStrategy[str]) -> SearchStrategy[Filter]:
    return builds(lambda name, low, high: Filter(name, "range", (low, high)), sampled_from(_TIMES), values, values)


_OF_TIME = one_of(
    builds(
        lambda name, op, values: Filter(name, op, tuple(values)),
        sampled_from(_TIMES),
        sampled_from(("in", "not in")),
        lists(one_of(_SPANS, just("")), min_size=1, max_size=3),
    ),
    _ranges(sampled_from(("", "2025-02", "2025-06-15", "2025-W40"))).filter(lambda f: f.values[0] != f.values[1]),
    builds(
        lambda name, part: Filter(name, "contains", (part,)), sampled_from(_TIMES), sampled_from(("-0", "2026", "1"))
    ),
    builds(Filter, sampled_from(_TIMES), sampled_from(("is null", "not null"))),
)
_OF_WEEKDAYS = one_of(
    builds(lambda low, high: Filter("weekday", "range", (low, high)), one_of(_NUMBERS, just("")), _NUMBERS),
    builds(
        lambda op, values: Filter("weekday", op, tuple(values)),
        sampled_from(("in", "not in")),
        lists(one_of(integers(0, 7).map(str), just("")), min_size=1, max_size=3),
    ),
)


@pytest.fixture(scope="module")
def daily(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """One ticket late on every day from 1 January 2025 to 5 April 2026."""
    warehouse = gateway.connect(settings_of.load(data_dir=tmp_path_factory.mktemp("daily")))
    put(warehouse, "tickets", [ticket(n, datetime(d.year, d.month, d.day, 23, 59)) for n, d in enumerate(DAYS)])
    yield warehouse
    warehouse.close()


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(condition=one_of(_OF_TIME, _OF_WEEKDAYS))
def test_whole_days_and_moments_agree(condition: Filter, daily: Warehouse) -> None:
    cells = answer(daily, Question(("ticket_count",), grain="day", filters=(condition,))).cells
    kept = {cell.at["day"] for cell in cells if cell.estimate.value}
    assert kept == {day for day in DAYS if condition.covers(day, dimension(condition.dimension))}


@table("question/buckets.csv", ["value", "grain", "start", "end"])
def test_a_value_names_a_span_and_a_day_the_bucket_that_it_is_in(value: str, grain: str, start: str, end: str) -> None:
    assert bucket(value, grain) == Period(date.fromisoformat(start), date.fromisoformat(end))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["day=2026-03..gestern", "week=2026-W60", "month=2026-13..", "year!=26"])
def test_a_filter_of_time_needs_periods(text: str) -> None:
    wanted = Filter.read(text)
    with pytest.raises(Invalid, match="period-unreadable"):
        wanted.covers(date(2026, 3, 1), dimension(wanted.dimension))


@pytest.mark.parametrize("text", ["weekday=a..", "weekday=..3x", "weekday=1..nan", "weekday=-inf..3", "weekday=..1e16"])
def test_a_range_of_numbers_needs_numbers(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        Filter.read(text).covers(date(2026, 3, 1), dimension("weekday"))
    assert refused.value.code == "filter-not-a-number"
    assert text in refused.value.words.en
    assert text in refused.value.words.zh
