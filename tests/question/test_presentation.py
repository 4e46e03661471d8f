"""Answers as they cross the border: one shape for a figure, a period, a page."""

import json
from datetime import date, datetime

import pyarrow as pa
import pytest

from zhenyin.account.paging import Paging
from zhenyin.charts import CHARTS
from zhenyin.core.words import Words
from zhenyin.dimensions import DIMENSIONS
from zhenyin.metrics import METRICS
from zhenyin.question.chart import chart, default_chart, fitting_charts
from zhenyin.question.models import Answer, Cell, Change, Estimate, Question, Span
from zhenyin.question.period import Period
from zhenyin.question.presentation import (
    period_words,
    present_answer,
    present_cell,
    present_dimension,
    present_metric,
    present_rows,
)

MONTH = Period(date(2026, 3, 1), date(2026, 4, 1))
SOME = Estimate(20.0, 15.0, 25.0, 10, 10.0, 500.0)
NONE = Estimate(None, None, None, 0)


def _answer(*cells: Cell, **question: object) -> Answer:
    query = Question(("failure_rate",), period=MONTH, **question)  # type: ignore[arg-type]
    span = Span(datetime(2026, 1, 1), datetime(2026, 3, 20, 12))
    whole = {"failure_rate": Cell("failure_rate", {}, SOME)}
    return Answer(query, cells, whole, span, {"failure_rate": "v1-abc"}, "SELECT 1", (Words("注意", "Mind"),), 1.26)


def test_an_answer_is_json_with_its_period_half_open_and_its_interval_with_a_level() -> None:
    change = Change(NONE, 0.5, 0.1, None, relative=True)
    cell = Cell("failure_rate", {"week": date(2026, 3, 2), "model": None}, SOME, True, change, None, "worse")
    shown = json.loads(present_answer(_answer(cell, cuts=("model",), grain="week")).model_dump_json())
    assert shown["period"] == {"start": "2026-03-01", "end": "2026-04-01"}
    assert (shown["data_until"], shown["took_ms"], shown["chart"]) == ("2026-03-20T12:00:00", 1.3, None)
    assert [cut["key"] for cut in shown["cuts"]] == ["week", "model"]
    assert shown["caveats"] == [{"zh": "注意", "en": "Mind"}]
    assert shown["totals"]["failure_rate"]["at"] == {}
    assert shown["metrics"][0]["unit"] == {
        "key": "1/1000 unit-months",
        "text": {"zh": "起/千台·月", "en": "per 1,000 unit-months"},
    }
    assert shown["cells"] == [
        {
            "metric": "failure_rate",
            "at": {"week": "2026-03-02", "model": None},
            "value": 20.0,
            "unit": "1/1000 unit-months",
            "interval": {"low": 15.0, "high": 25.0, "level": 0.95},
            "n": 10,
            "numerator": 10.0,
            "denominator": 500.0,
            "incomplete": True,
            "compare": {
                "before": {"value": None, "unit": "1/1000 unit-months", "interval": None, "n": 0},
                "change": 0.5,
                "interval": {"low": 0.1, "high": None, "level": 0.95},
                "relative": True,
                "significant": False,
                "new": False,
            },
            "share": None,
            "assessment": "worse",
        }
    ]


def test_an_answer_of_a_declared_type_needs_no_second_check() -> None:
    made = present_answer(_answer(Cell("failure_rate", {}, NONE)))
    assert type(made).model_validate_json(made.model_dump_json()) == made


def test_a_figure_that_nobody_knows_is_null_and_has_no_interval() -> None:
    cell = present_cell(Cell("failure_rate", {}, NONE), "u")
    assert (cell["value"], cell["interval"], cell["compare"], cell["assessment"]) == (None, None, None, "unknown")


@pytest.mark.parametrize(
    ("period", "zh"),
    [
        (MONTH, "2026-03-01 至 2026-03-31"),
        (None, "全部时间"),
        (Period(date(2026, 3, 1), date(2026, 3, 2)), "2026-03-01 至 2026-03-01"),
    ],
)
def test_a_period_in_words_names_its_last_day(period: Period | None, zh: str) -> None:
    assert period_words(period).zh == zh


@pytest.mark.parametrize("key", METRICS)
def test_a_metric_says_what_it_takes_and_what_it_refuses(key: str) -> None:
    detail = present_metric(key, "duckdb")
    assert sorted([*detail.cuts, *detail.refused_cuts]) == sorted(DIMENSIONS)
    assert (detail.key, detail.unit.key, detail.better) == (key, METRICS[key].unit.key, METRICS[key].better)
    assert "SELECT" in detail.sql
    assert len(detail.parts) == (2 if METRICS[key].denominator else 1)


def test_a_dimension_says_its_place_in_the_hierarchy_and_its_role() -> None:
    product = present_dimension("product")
    assert (product.parent, product.children, product.fact) == ("product_line", ["model"], "tickets")
    assert (product.role, product.explains) == ("which_unit", "occurrence")
    assert present_dimension("extra.手机系统|phone_os").title == Words("手机系统", "phone_os")


def test_rows_are_a_page_with_their_columns() -> None:
    rows = pa.table(
        {"ticket_id": ["t:2", "t:1"], "created_at": [datetime(2026, 3, 2, 9), None], "extra": [[("a", "1")], []]}
    )
    page = present_rows(rows, 5, Paging(2, 2))
    assert [(column.key, column.title.en) for column in page.columns][:2] == [
        ("ticket_id", "Ticket"),
        ("created_at", "Created"),
    ]
    assert page.items == [["t:2", "2026-03-02T09:00:00", {"a": "1"}], ["t:1", None, {}]]
    assert (page.total, page.next) == (5, 4)
    assert present_rows(rows, 4, Paging(2, 2)).next is None


@pytest.mark.parametrize(
    ("question", "at", "default"),
    [
        ({}, {}, "kpi"),
        ({"grain": "week"}, {"week": date(2026, 3, 2)}, "trend"),
        ({"cuts": ("province",)}, {"province": "北京市"}, "map"),
        ({"cuts": ("model",)}, {"model": "W1"}, "ranking"),
        ({"cuts": ("product", "fault")}, {"product": "A", "fault": "x"}, "heat"),
        ({"cuts": ("product", "fault", "team")}, {"product": "A", "fault": "x", "team": "y"}, "ranking"),
    ],
)
def test_an_answer_has_the_chart_that_suits_it_and_every_fitting_one_can_be_built(
    question: dict[str, object], at: dict[str, object], default: str
) -> None:
    given = _answer(Cell("failure_rate", at, SOME, False, None, None, "worse"), **question)
    assert default_chart(given) == default
    for key in fitting_charts(given):
        spec = chart(given, key)
        assert spec.title.zh
        assert spec.kind in (key, "heat")
    with pytest.raises(Exception, match="chart-does-not-fit"):
        chart(given, next(key for key in CHARTS if key not in fitting_charts(given)))
