"""One odd date among good ones changes nothing; dates at both ends of the calendar are answered or refused."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import product
from typing import Any

import pytest
from tests.web.conftest import Browser

from fixtures_facts import in_service, put, ticket
from zhenyin.account.models import Role
from zhenyin.job.workspace import Workspace
from zhenyin.question.sums import span
from zhenyin.question.weekly import whole_weeks

FIRST = datetime(2026, 1, 5, 9)
PERIODS = ("all", "0001", "0001-01", "0001-W01", "0001-01-01", "0001-01-01..9999-11-30", "9999", "9998", "9998-Q4")
PERIODS += ("9998-12-31", "9999-12-31", "9999-W52", "last-8-weeks", "last-99999999-days", "last-700000-days", "2026-02")
DATES = ("0001-01-01", "9999-12-31", "0001-01-01..0001-01-02", "9998-01-01..9999-12-31", "9999-12..", "..0001-W01")


@pytest.fixture(scope="module")
def odd(workspace: Workspace) -> Workspace:
    """140 days of three tickets each, and tickets of the years 1900, 1970, 2099 and 9999."""
    made = [
        ticket(
            i,
            FIRST + timedelta(days=i // 3, minutes=i % 3),
            fault="闪退",
            team="一组",
            product_line="灯",
            source="电话",
        )
        for i in range(420)
    ]
    made += [
        ticket(
            1_000 + year, datetime(year, 12, 31, 23, 59), valid=year < 2000, fault="闪退", team="一组", source="电话"
        )
        for year in (1900, 1970, 2099, 9999)
    ]
    put(workspace.warehouse, "tickets", made)
    put(workspace.warehouse, "exposure", [in_service(datetime(9999, 12, 1), 5, product_line="灯")])
    return workspace


@pytest.fixture(scope="module")
def analyst(odd: Workspace, log_in: Callable[[Role], Browser]) -> Browser:
    return log_in("analyst")


def test_rows_that_are_not_valid_never_define_the_span(odd: Workspace) -> None:
    known = span(odd.warehouse)
    assert known is not None
    assert (known.first, known.until.date()) == (FIRST, (FIRST + timedelta(days=139)).date())
    weeks = whole_weeks(odd, None)
    assert weeks is not None
    assert weeks.count == 20


@pytest.mark.parametrize("grain", ["day", "week", "month", "quarter", "year"])
def test_every_bucket_lies_in_the_span(analyst: Browser, grain: str) -> None:
    body = {"metrics": ["ticket_count", "backlog", "failure_rate"], "grain": grain}
    answer = analyst.send("POST", "/api/questions", body)
    assert answer.status_code == 200
    starts = {cell["at"][grain][:4] for cell in answer.json()["cells"]}
    assert starts <= {"2025", "2026"}


def test_a_forecast_goes_on_from_the_last_good_day(analyst: Browser) -> None:
    answer = analyst.get("/api/forecast", params={"by": ["team"], "grain": "day", "days": 7})
    assert answer.status_code == 200
    assert answer.json()["available"] is True


@pytest.mark.parametrize("path", ["/api/overview", "/api/process", "/api/quality", "/api/installation", "/api/sources"])
def test_no_page_falls(analyst: Browser, path: str) -> None:
    assert analyst.get(path).status_code in (200, 404, 405, 422)


@pytest.mark.parametrize(("period", "compare"), list(product(PERIODS, (None, "previous", "year"))))
def test_a_period_at_the_end_of_the_calendar_is_answered_or_refused(
    analyst: Browser, period: str, compare: str | None
) -> None:
    body: dict[str, Any] = {"metrics": ["ticket_count"], "period": period, "compare": compare, "grain": "month"}
    assert analyst.send("POST", "/api/questions", body).status_code in (200, 422)
    explained = {"metric": "ticket_count", "period": period, "compare": compare or "previous"}
    assert analyst.send("POST", "/api/explain", explained).status_code in (200, 422)


@pytest.mark.parametrize(("grain", "dates"), list(product(("day", "week", "month", "quarter", "year"), DATES)))
def test_a_filter_at_the_end_of_the_calendar_is_answered_or_refused(analyst: Browser, grain: str, dates: str) -> None:
    where = [f"{grain}={dates}"]
    body = {"metrics": ["ticket_count", "failure_rate"], "where": where, "period": "last-8-weeks", "grain": "week"}
    assert analyst.send("POST", "/api/questions", body).status_code in (200, 422)
    assert analyst.send("POST", "/api/questions/rows", {"metrics": ["ticket_count"], "where": where}).status_code in (
        200,
        422,
    )
    assert analyst.get("/api/forecast", params={"where": where}).status_code in (200, 422)


@pytest.mark.parametrize("at", ["0001-01-01", "9999-12-31", "9998-11-30"])
def test_a_cell_at_the_end_of_the_calendar_is_answered_or_refused(analyst: Browser, at: str) -> None:
    for grain in ("day", "week", "month", "quarter", "year"):
        body = {"metrics": ["backlog"], "grain": grain, "at": {grain: at}}
        assert analyst.send("POST", "/api/questions/rows", body).status_code in (200, 422)
