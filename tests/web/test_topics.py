"""Topics over HTTP: found by a job, answer, changed by who may, and what rose."""

import time
from collections.abc import Callable

import pytest
from tests.web.conftest import Browser

from fixtures_facts import put
from topic.test_topics import tickets
from zhenyin.account.models import Role
from zhenyin.job.workspace import Workspace


@pytest.fixture(scope="module")
def found(workspace: Workspace, log_in: Callable[[Role], Browser]) -> Browser:
    """Somebody who may reshape topics, with topics found."""
    put(workspace.warehouse, "tickets", tickets(900, "b1"))
    browser = log_in("analyst")
    job = browser.send("POST", "/api/topic-runs").json()
    while job["state"] in ("waiting", "running"):
        time.sleep(0.1)
        job = browser.get(f"/api/jobs/{job['id']}").json()
    assert job["state"] == "done", job
    assert job["result"]["tickets"] == 900
    return browser


def test_topics_are_answer_with_what_sets_them_apart(found: Browser) -> None:
    answer = found.get("/api/topics?period=all").json()
    assert sum(topic["tickets"] for topic in answer["topics"]) + answer["without_topic"] == 900
    one = found.get(f"/api/topics/{answer['topics'][0]['number']}?period=all").json()
    assert one["tickets"] == answer["topics"][0]["tickets"]
    assert one["representatives"]


def test_topics_are_renamed_split_and_merged(found: Browser) -> None:
    number = found.get("/api/topics?period=all").json()["topics"][0]["number"]
    assert found.send("PATCH", f"/api/topics/{number}", {"name": "我的话题"}).json()["name"] == "我的话题"
    one, two = found.send("POST", f"/api/topics/{number}/split").json()
    assert (one["number"], one["name"]) == (number, "我的话题")
    merged = found.send("POST", f"/api/topics/{two['number']}/merge", {"into": number})
    assert merged.json()["number"] == number
    assert found.get(f"/api/topics/{two['number']}").status_code == 404
    assert found.send("PATCH", f"/api/topics/{number}", {"name": ""}).status_code == 422


def test_what_rose_needs_a_time_before(found: Browser) -> None:
    answer = found.get("/api/topics/trends?period=2026-01-20..2026-02-10").json()
    assert answer["before"] == {"start": "2025-12-29", "end": "2026-01-20"}
    assert sum(topic["tickets"] for topic in answer["topics"]) > 0
    nothing = found.get("/api/topics/trends?period=all").json()
    assert (nothing["available"], "全部时段" in nothing["reason"]["zh"]) == (False, True)


def test_a_solved_case_like_one_says_what_both_have_in_common(found: Browser) -> None:
    cases = found.get("/api/similar-cases?ticket=b1-0880").json()
    assert len(cases) == 5
    assert cases[0]["common_words"]
    assert found.get("/api/similar-cases?ticket=none").status_code == 404


def test_who_may_only_look_changes_nothing(found: Browser, log_in: Callable[[Role], Browser]) -> None:
    viewer = log_in("viewer")
    assert viewer.send("POST", "/api/topic-runs").status_code == 403
    assert viewer.get("/api/topics?period=all").status_code == 200
