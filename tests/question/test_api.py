"""From the body of a request to a question, and from its answer back: without a server."""

from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from zhenyin.account.paging import Paging
from zhenyin.core import settings
from zhenyin.core.errors import Refusal
from zhenyin.dimensions import DIMENSIONS
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.question import api
from zhenyin.question.api import QuestionRequest, RowsRequest
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.period import Period


def test_a_request_is_a_question_with_its_texts_read(twelve_workspace: Workspace) -> None:
    body = QuestionRequest(
        metrics=["ticket_count", "failure_rate"],
        cuts=["product"],
        where=["province=北京,", "hour=9..17"],
        period="2026-02..2026-03",
        grain="week",
        compare="year",
        order="-value",
        limit=10,
    )
    assert body.question(twelve_workspace) == Question(
        ("ticket_count", "failure_rate"),
        ("product",),
        (Filter("province", "in", ("北京", "")), Filter("hour", "range", ("9", "17"))),
        Period(date(2026, 2, 1), date(2026, 4, 1)),
        "week",
        "year",
        "-value",
        10,
    )
    assert QuestionRequest(metrics=["ticket_count"]).question(twelve_workspace) == Question(("ticket_count",))


@pytest.mark.parametrize(
    ("zone", "today"),
    [
        ("Asia/Shanghai", date(2026, 3, 1)),
        ("America/New_York", date(2026, 2, 28)),
        ("Pacific/Kiritimati", date(2026, 3, 1)),
    ],
)
def test_a_relative_period_is_of_the_day_in_the_company_s_zone(
    zone: str, today: date, twelve_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENYIN_NOW", "2026-03-01T02:00:00+08:00")
    elsewhere = replace(twelve_workspace, settings=settings.load(timezone=zone))
    question = QuestionRequest(metrics=["ticket_count"], period="this-month").question(elsewhere)
    assert question.period == Period.read("this-month", today)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "metrics"),
        ({"metrics": []}, "metrics"),
        ({"metrics": ["a"] * 21}, "metrics"),
        ({"metrics": ["a"], "cuts": ["product"] * 5}, "cuts"),
        ({"metrics": ["a"], "limit": 0}, "limit"),
        ({"metrics": ["a"], "limit": 100_001}, "limit"),
        ({"metrics": ["a"], "grain": "fortnight"}, "grain"),
        ({"metrics": ["a"], "compare": "rest"}, "compare"),
        ({"metrics": ["a"], "order": "name"}, "order"),
        ({"metrics": ["a"], "filters": []}, "filters"),
    ],
)
def test_a_request_that_does_not_fit_is_refused_by_its_field(body: dict[str, object], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        QuestionRequest.model_validate(body)
    assert [error["loc"][0] for error in refused.value.errors()] == [field]


@pytest.mark.parametrize(
    ("chart", "cuts", "kind"),
    [(None, [], None), ("auto", [], "kpi"), ("auto", ["product"], "ranking"), ("table", ["product"], "table")],
)
def test_a_chart_comes_only_where_one_is_wanted(
    chart: str | None, cuts: list[str], kind: str | None, twelve_workspace: Workspace
) -> None:
    made = api.ask(QuestionRequest(metrics=["ticket_count"], cuts=cuts, chart=chart), twelve_workspace).chart
    assert (made.kind if made else None) == kind


def test_the_total_comes_with_an_answer_even_where_cells_do_not_add_up(twelve_workspace: Workspace) -> None:
    found = api.ask(QuestionRequest(metrics=["customer_count"], cuts=["product"]), twelve_workspace)
    assert [cell["value"] for cell in found.cells] == [4, 4, 1]
    assert found.totals["customer_count"]["value"] == 8


@pytest.mark.parametrize(
    ("part", "limit", "offset", "ids", "total", "after"),
    [
        ("numerator", 5, 0, ["t:8", "t:3"], 2, None),
        ("denominator", 2, 0, ["t:11", "t:8"], 7, 2),
        ("denominator", 2, 2, ["t:6", "t:5"], 7, 4),
        ("denominator", 5, 4, ["t:3", "t:2", "t:1"], 7, None),
        ("denominator", 5, 9, [], 7, None),
    ],
)
def test_the_rows_behind_a_cell_are_a_page(
    part: str, limit: int, offset: int, ids: list[str], total: int, after: int | None, twelve_workspace: Workspace
) -> None:
    body = RowsRequest.model_validate({"metrics": ["complaint_share"], "at": {"product": "A"}, "part": part})
    page = api.show_rows(body, twelve_workspace, Paging(limit, offset))
    at = [column.key for column in page.columns].index("ticket_id")
    assert ([row[at] for row in page.items], page.total, page.next) == (ids, total, after)


@pytest.mark.parametrize(
    ("at", "grain", "code"),
    [
        ({"month": "soon"}, "month", "period-unreadable"),
        ({"month": "soon"}, None, "period-unreadable"),
        ({"colour": "red"}, None, "dimension-unknown"),
        ({"hour": "x"}, None, None),
    ],
)
def test_a_cell_that_cannot_be_is_refused(
    at: dict[str, str], grain: str | None, code: str | None, twelve_workspace: Workspace
) -> None:
    body = RowsRequest.model_validate({"metrics": ["backlog"], "at": at, "grain": grain})
    if code is None:
        assert api.show_rows(body, twelve_workspace, Paging()).total == 0
        return
    with pytest.raises(Refusal) as refused:
        api.show_rows(body, twelve_workspace, Paging())
    assert refused.value.code == code


def test_every_metric_and_dimension_is_listed_by_its_key(twelve_workspace: Workspace) -> None:
    assert [metric.key for metric in api.list_metrics(twelve_workspace)] == list(METRICS)
    assert (
        api.show_metric("nps", twelve_workspace).unit
        == api.list_metrics(twelve_workspace)[list(METRICS).index("nps")].unit
    )
    assert [found.key for found in api.list_dimensions(twelve_workspace)] == list(DIMENSIONS)
    page = api.list_values("product", twelve_workspace, Paging(2, 0))
    assert ([one.value for one in page.items], page.total, page.next) == (["A", "B"], 3, 2)
