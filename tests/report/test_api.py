"""Reports over HTTP: made as a job, read as a file that runs nothing, deleted."""

import time
from collections.abc import Callable

import pytest
from tests.web.conftest import Browser, app, log_in, workspace

from zhenyin.account.models import Role

__all__ = ["app", "log_in", "workspace"]


@pytest.fixture
def browser(log_in: Callable[[Role], Browser]) -> Browser:
    return log_in("analyst")


def made(browser: Browser, **more: str) -> str:
    answer = browser.send("POST", "/api/reports", json={"period": "2026-03", **more})
    assert answer.status_code == 202, answer.text
    job = answer.json()
    for _ in range(600):
        job = browser.get(f"/api/jobs/{job['id']}").json()
        if job["state"] in ("done", "failed"):
            break
        time.sleep(0.05)
    assert job["state"] == "done", job
    return str(job["result"]["report"])


def test_a_report_is_made_read_and_deleted(browser: Browser) -> None:
    report = made(browser)
    (listed,) = browser.get("/api/reports").json()["items"]
    assert listed["id"] == report
    assert listed["title"] == {"zh": "2026年3月复盘报告", "en": "Review of March 2026"}
    assert listed["period"] == {"start": "2026-03-01", "end": "2026-04-01"}
    page = browser.get(f"/api/reports/{report}/html")
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert page.headers["content-disposition"].startswith("inline")
    assert browser.get(f"/api/reports/{report}/html?download=1").headers["content-disposition"].startswith("attachment")
    assert browser.send("DELETE", f"/api/reports/{report}").status_code == 204
    assert browser.get(f"/api/reports/{report}/html").json()["code"] == "report-unknown"


def test_a_period_that_cannot_be_read_is_refused_before_any_work(browser: Browser) -> None:
    answer = browser.send("POST", "/api/reports", json={"period": "someday"})
    assert (answer.status_code, answer.json()["code"]) == (422, "period-unreadable")


def test_an_id_is_never_a_path(browser: Browser) -> None:
    answer = browser.get("/api/reports/..%2Fstore/html")
    assert answer.status_code == 404
