"""Every kind of metric on twelve tickets that can be counted on the fingers: cuts, filters, periods, grains, comparisons."""

from datetime import date, datetime
from typing import Any

import pytest

from fixtures_cases import table
from zhenyin.core.errors import Refusal
from zhenyin.question.filters import Filter
from zhenyin.question.models import Cell, Question
from zhenyin.question.period import Period
from zhenyin.question.service import answer, rows
from zhenyin.warehouse.gateway import Warehouse

TODAY = date(2026, 3, 19)
LAST = datetime(2026, 3, 18, 9)


def _question(metric: str, where: str, period: str, **more: Any) -> Question:
    filters = tuple(Filter.read(text) for text in where.split(";") if text)
    return Question((metric,), filters=filters, period=Period.read(period, TODAY), **more)


def _number(value: float | None) -> str:
    return "?" if value is None else f"{round(value, 6):.10g}"


def _cell(cell: Cell) -> str:
    at = "/".join("" if value is None else str(value) for value in cell.at.values())
    return f"{at}{'=' if cell.at else ''}{_number(cell.estimate.value)}{'*' if cell.incomplete else ''}"


@table("question/answers.csv", ["metric", "cuts", "where", "period", "grain", "order", "limit", "cells"])
def test_the_figure_is_what_one_counts_by_hand(
    metric: str, cuts: str, where: str, period: str, grain: str, order: str, limit: str, cells: str, twelve: Warehouse
) -> None:
    more = {"cuts": tuple(cuts.split()), "grain": grain or None, "order": order or "at"}
    question = _question(metric, where, period, limit=int(limit) if limit else None, **more)
    assert ";".join(_cell(cell) for cell in answer(twelve, question).cells) == cells


@table(
    "question/comparisons.csv",
    ["metric", "where", "period", "compare", "value", "before", "change", "new", "significant", "assessment"],
)
def test_a_comparison_is_with_as_many_days(
    metric: str,
    where: str,
    period: str,
    compare: str,
    value: str,
    before: str,
    change: str,
    new: str,
    significant: str,
    assessment: str,
    twelve: Warehouse,
) -> None:
    (cell,) = answer(twelve, _question(metric, where, period, compare=compare)).cells
    moved = cell.change
    assert moved is not None
    figures = (_number(cell.estimate.value), _number(moved.before.value), _number(moved.change).replace("?", ""))
    assert figures == (value, before, change)
    assert (moved.new, moved.significant, cell.assessment) == (new == "yes", significant == "yes", assessment)


@table("question/refusals.csv", ["metric", "cuts", "where", "period", "grain", "compare", "code"])
def test_what_cannot_be_answered_is_refused_by_its_code(
    metric: str, cuts: str, where: str, period: str, grain: str, compare: str, code: str, twelve: Warehouse
) -> None:
    with pytest.raises(Refusal) as refused:
        more = {"cuts": tuple(cuts.split()), "grain": grain or None, "compare": compare or None}
        answer(twelve, _question(metric, where, period, **more))
    assert refused.value.code == code


def test_shares_of_a_cut_are_of_the_whole(twelve: Warehouse) -> None:
    found = answer(twelve, Question(("ticket_count",), ("product",)))
    assert [cell.share for cell in found.cells] == [pytest.approx(n / 12) for n in (7, 4, 1)]
    assert found.totals["ticket_count"].estimate.value == 12
    assert [cell.share for cell in answer(twelve, Question(("csat_score",), ("product",))).cells] == [None] * 3


def test_the_total_of_what_does_not_add_up_is_asked_for_only_where_wanted(twelve: Warehouse) -> None:
    question = Question(("customer_count",), ("product",))
    assert answer(twelve, question).totals == {}
    assert answer(twelve, question, totals=True).totals["customer_count"].estimate.value == 8


def test_several_metrics_come_one_after_the_other(twelve: Warehouse) -> None:
    found = answer(twelve, Question(("ticket_count", "complaint_share"), ("product",)))
    assert [cell.metric for cell in found.cells] == ["ticket_count"] * 3 + ["complaint_share"] * 3
    assert [cell.estimate.value for cell in found.of("ticket_count")] == [7, 4, 1]
    assert found.data_until == LAST
    assert found.period == Period(date(2026, 2, 2), date(2026, 3, 19))


@pytest.mark.parametrize(
    ("metric", "at", "denominator", "numbers"),
    [
        ("ticket_count", {"product": "B"}, False, [12, 10, 7, 4]),
        ("ticket_count", {"product": None}, False, [9]),
        ("ticket_count", {"month": "2026-02-01", "product": "A"}, False, [3, 2, 1]),
        ("complaint_share", {"product": "A"}, False, [8, 3]),
        ("complaint_share", {"product": "A"}, True, [11, 8, 6, 5, 3, 2, 1]),
        ("complaint_share", {}, False, [12, 8, 3]),
        ("backlog", {}, False, [12, 10, 6]),
        ("backlog", {"month": "2026-02-01"}, False, []),
    ],
)
def test_the_rows_behind_a_cell_are_those_counted_in_it(
    metric: str, at: dict[str, Any], denominator: bool, numbers: list[int], twelve: Warehouse
) -> None:
    grain: Any = "month" if "month" in at else None
    question = Question((metric,), tuple(name for name in at if name != "month"), grain=grain)
    found, total = rows(twelve, question, at, denominator=denominator)
    assert found["ticket_id"].to_pylist() == [f"t:{number}" for number in numbers]
    assert total == len(numbers)


def test_rows_come_page_by_page_newest_first(twelve: Warehouse) -> None:
    pages = [rows(twelve, Question(("ticket_count",)), {}, limit=5, offset=offset) for offset in (0, 5, 10)]
    assert [total for _, total in pages] == [12] * 3
    assert [t for found, _ in pages for t in found["ticket_id"].to_pylist()] == [f"t:{n}" for n in range(12, 0, -1)]
