"""From what a cell says to what a fact holds, one cell at a time."""

import math
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st
from tests.warehouse.conftest import Evaluate

from fixtures_cases import table, value
from zhenyin.warehouse import durations, moments
from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse.moments import DateFormat, TimeFormat

MANY = profile(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SHANGHAI = "Asia/Shanghai"


def _formats(names: str) -> tuple[DateFormat, ...]:
    return tuple(names.split())  # type: ignore[arg-type]


@table("warehouse/moments.csv", ["formats", "cell", "moment"])
def test_a_moment_is_read_in_each_way_it_may_be_written(
    evaluate: Evaluate, formats: str, cell: str, moment: str
) -> None:
    found = evaluate(moments.moment("cell", TimeFormat(_formats(formats), SHANGHAI)), cell=cell)
    assert found == (datetime.fromisoformat(moment) if moment else None)


@pytest.mark.parametrize(
    ("zone", "hour"), [("Asia/Shanghai", 20), ("UTC", 12), ("America/New_York", 8), ("Asia/Kolkata", 17)]
)
@pytest.mark.parametrize(
    ("formats", "cell"),
    [("zoned", "2026-07-01T12:00:00Z"), ("epoch", "1782907200"), ("epoch-ms", "1782907200000")],
)
def test_an_instant_is_shown_in_the_time_of_the_company(
    evaluate: Evaluate, zone: str, hour: int, formats: str, cell: str
) -> None:
    found = evaluate(moments.moment("cell", TimeFormat(_formats(formats), zone)), cell=cell)
    assert found == datetime(2026, 7, 1, hour, 30 if zone == "Asia/Kolkata" else 0)


@table("warehouse/numbers.csv", ["cell", "number"])
def test_a_number_is_read_or_left_empty_and_never_changed(evaluate: Evaluate, cell: str, number: str) -> None:
    found = evaluate(sql.number("cell"), cell=cell)
    assert found == (pytest.approx(float(number)) if number else None)


@MANY
@given(st.floats(-1e90, 1e90), st.sampled_from(("", "%", "元", " h")))
def test_every_number_is_read_as_it_was_written(evaluate: Evaluate, number: float, unit: str) -> None:
    assert evaluate(sql.number("cell"), cell=f"{number!r}{unit}") == number


@MANY
@given(st.integers(-(10**12), 10**12))
def test_thousands_change_nothing(evaluate: Evaluate, number: int) -> None:
    assert evaluate(sql.number("cell"), cell=f"{number:,}") == number


@MANY
@given(st.text(max_size=12))
def test_no_text_is_read_as_a_number_without_end(evaluate: Evaluate, cell: str) -> None:
    found = evaluate(sql.number("cell"), cell=cell.replace("\x00", ""))
    assert found is None or math.isfinite(found)


@table("warehouse/durations.csv", ["cell", "unit", "seconds"])
def test_a_duration_is_read_in_seconds(evaluate: Evaluate, cell: str, unit: str, seconds: str) -> None:
    found = evaluate(durations.seconds("cell", float(unit) if unit else None), cell=cell)
    assert found == (pytest.approx(float(seconds)) if seconds else None)


@MANY
@given(st.integers(0, 3000), st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
def test_a_duration_is_the_same_however_it_is_written(
    evaluate: Evaluate, days: int, hours: int, minutes: int, seconds: int
) -> None:
    written = (
        f"{days}天{hours}小时{minutes}分{seconds}秒",
        f"P{days}DT{hours}H{minutes}M{seconds}S",
        f"{days} days {hours}:{minutes:02}:{seconds:02}",
        f"{days}d {hours}h {minutes}m {seconds}s",
    )
    expected = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    assert {evaluate(durations.seconds("cell", None), cell=text) for text in written} == {expected}


@pytest.mark.parametrize(
    ("elapsed", "moment"),
    [
        (0.5, datetime(2026, 2, 28, 23, 59, 59, 500_000)),
        (1.0, datetime(2026, 3, 1)),
        (86_400.000001, datetime(2026, 3, 1, 23, 59, 59, 1)),
        (None, None),
    ],
)
def test_a_moment_so_many_seconds_later(evaluate: Evaluate, elapsed: float | None, moment: datetime | None) -> None:
    found = evaluate(
        durations.after("since", "elapsed::DOUBLE"), since=datetime(2026, 2, 28, 23, 59, 59), elapsed=elapsed
    )
    assert found == moment


@table("warehouse/cleaned.csv", ["cell", "cleaned"])
def test_a_cell_is_trimmed_and_empty_where_it_says_so(evaluate: Evaluate, cell: str, cleaned: str) -> None:
    assert evaluate(sql.cleaned("cell"), cell=value(cell)) == value(cleaned)
    assert sql.is_empty(value(cell)) is (not cleaned), "the same outside of the engine"


@MANY
@given(st.text(alphabet=" \t\n\u00a0\u3000\ufeff-—/?\\NnULl(无空aA#）", max_size=8))
def test_the_engine_and_the_program_call_the_same_cells_empty(evaluate: Evaluate, cell: str) -> None:
    cleaned = evaluate(sql.cleaned("cell"), cell=cell)
    assert (cleaned is None) is sql.is_empty(cell)
    assert cleaned is None or cleaned == cell.strip(" \t\n\u00a0\u3000\ufeff")


@pytest.mark.parametrize(
    ("since", "until", "seconds"),
    [
        (datetime(2026, 3, 1, 10), datetime(2026, 3, 1, 12, 0, 1), 7201),
        (datetime(2026, 3, 1, 10, 0, 0, 900_000), datetime(2026, 3, 1, 10, 0, 1, 100_000), 1),
        (datetime(2026, 3, 1, 12), datetime(2026, 3, 1, 10), None),
        (datetime(1969, 12, 31, 23), datetime(1970, 1, 1, 1), 7200),
        (datetime(2026, 3, 1), None, None),
    ],
)
def test_elapsed_time_is_counted_between_whole_seconds(
    evaluate: Evaluate, since: datetime, until: datetime | None, seconds: int | None
) -> None:
    table = 'FROM (SELECT "from"::TIMESTAMP AS "from", "to"::TIMESTAMP AS "to" FROM given_row) moments --'
    assert evaluate(f"{sql.elapsed('from', 'to')} {table}", **{"from": since, "to": until}) == seconds


@pytest.mark.parametrize(
    ("cell", "own"),
    [("Repair", "报修"), ("REPAIR", "报修"), ("it's", "咨询"), ("repairs", "repairs"), ("漏水", "漏水"), (None, None)],
)
def test_a_word_becomes_the_products_own(evaluate: Evaluate, cell: str | None, own: str | None) -> None:
    assert evaluate(sql.translated("cell::VARCHAR", {"repair": "报修", "it's": "咨询"}), cell=cell) == own


def test_without_words_a_cell_stays_as_it_is(evaluate: Evaluate) -> None:
    assert evaluate(sql.translated("cell", {}), cell="Repair") == "Repair"


@pytest.mark.parametrize(
    ("cell", "masked"),
    [
        ("nothing here", "nothing here"),
        ("call 138 1234 5678 or li@example.com", "call 〔手机号〕 or 〔邮箱〕"),
        ("卡 4111 1111 1111 1111", "卡 〔银行卡号〕"),
        (None, None),
    ],
)
def test_a_text_is_masked_within_the_engine(evaluate: Evaluate, cell: str | None, masked: str | None) -> None:
    assert evaluate(sql.masked("cell::VARCHAR"), cell=cell) == masked
    assert evaluate(f"list_transform([cell::VARCHAR], lambda x: {sql.masked('x')})", cell=cell) == [masked]


def test_a_column_may_be_called_anything(evaluate: Evaluate) -> None:
    for name in ('a "b"', "it's", "工单 编号", "select", '""'):
        assert evaluate(sql.name(name), **{name: "found"}) == "found"


def test_no_text_is_null(evaluate: Evaluate) -> None:
    assert evaluate(f"{sql.text(None)}::VARCHAR", given=1) is None


@MANY
@given(st.text(max_size=20))
def test_quoted_text_and_names_come_back_as_they_were(evaluate: Evaluate, raw: str) -> None:
    raw = raw.replace("\x00", "")
    assert evaluate(sql.text(raw), given=1) == raw
    assert evaluate(f"x.{sql.name(raw or 'x')} FROM (SELECT 1 AS {sql.name(raw or 'x')}) x --", given=1) == 1
    assert evaluate(f"given IN {sql.texts([raw, 'b'])}", given=raw) is True
