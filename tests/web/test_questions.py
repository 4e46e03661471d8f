"""Questions over HTTP: an answer with its chart, pages of rows and values, and what is refused."""

from collections.abc import Callable
from datetime import datetime

import pytest
from tests.web.conftest import Browser

from fixtures_facts import put, ticket
from zhenyin.account.models import Role
from zhenyin.job.workspace import Workspace

LogIn = Callable[[Role], Browser]


@pytest.fixture(scope="module")
def viewer(log_in: LogIn, workspace: Workspace) -> Browser:
    rows = [ticket(n, datetime(2026, 3, 1 + n), product="AB"[n % 2], extra={"os": "iOS"}) for n in range(7)]
    put(workspace.warehouse, "tickets", rows)
    return log_in("viewer")


def test_a_question_has_its_cells_and_the_chart_that_suits_it(viewer: Browser) -> None:
    body = {"metrics": ["ticket_count"], "cuts": ["product"], "period": "2026-03", "chart": "auto"}
    found = viewer.send("POST", "/api/questions", json=body).json()
    assert [(cell["at"], cell["value"], cell["n"]) for cell in found["cells"]] == [
        ({"product": "A"}, 4.0, 4),
        ({"product": "B"}, 3.0, 3),
    ]
    assert found["chart"]["kind"] == "ranking"
    assert found["period"] == {"start": "2026-03-01", "end": "2026-04-01"}
    assert viewer.send("POST", "/api/questions", json={**body, "chart": None}).json()["chart"] is None


def test_rows_and_values_come_as_pages(viewer: Browser) -> None:
    body = {"metrics": ["ticket_count"], "cuts": ["product"], "at": {"product": "A"}}
    first = viewer.send("POST", "/api/questions/rows?limit=3", json=body).json()
    last = viewer.send("POST", "/api/questions/rows?limit=3&offset=3", json=body).json()
    ids = [dict(zip([c["key"] for c in first["columns"]], row, strict=True))["ticket_id"] for row in first["items"]]
    assert (ids, first["total"], first["next"]) == (["t:6", "t:4", "t:2"], 4, 3)
    assert (len(last["items"]), last["next"]) == (1, None)
    values = viewer.get("/api/dimensions/product/values?limit=1").json()
    assert values == {"items": [{"value": "A", "n": 4}], "total": 2, "next": 1}
    assert viewer.get("/api/dimensions/product/values?search=b").json()["items"] == [{"value": "B", "n": 3}]
    assert viewer.get("/api/dimensions/product/values?offset=9").json() == {"items": [], "total": 2, "next": None}


def test_the_shelves_are_listed_with_what_sources_brought(viewer: Browser) -> None:
    metrics = viewer.get("/api/metrics").json()
    assert viewer.get("/api/metrics/ticket_count").json() in metrics
    dimensions = {one["key"]: one for one in viewer.get("/api/dimensions").json()}
    assert dimensions["fault"]["role"] == "what"
    assert dimensions["extra.os"]["explains"] == "occurrence"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"metrics": ["no_such"]}, 404),
        ({"metrics": []}, 422),
        ({"metrics": ["ticket_count"], "cuts": ["nothing"]}, 404),
        ({"metrics": ["ticket_count"], "wher": ["product=A"]}, 422),
        ({"metrics": ["ticket_count"], "period": "yesterday"}, 422),
        ({"metrics": ["ticket_count"], "chart": "map"}, 422),
    ],
)
def test_what_cannot_be_answered_is_a_problem_and_no_crash(
    viewer: Browser, body: dict[str, object], status: int
) -> None:
    refused = viewer.send("POST", "/api/questions", json=body)
    assert refused.status_code == status, refused.text
    assert refused.headers["content-type"].startswith("application/problem+json")
