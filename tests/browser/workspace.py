"""A workspace in which every page has something to show, furnished over HTTP as the pages would do it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import APIRequestContext, APIResponse, Browser, BrowserContext

from browser import company
from browser.reader import PATIENCE, Served, served

_WORST = {"fault": ["漏水"], "model": ["W2"]}


class Workspace:
    """The server, spoken to as its first administrator."""

    def __init__(self, server: Served, requests: APIRequestContext) -> None:
        self.url, self._requests = server.url, requests
        token = parse_qs(urlsplit(server.first_admin).query)["token"][0]
        body = {"token": token, "login": "wang", "name": "王工", "password": "a long password 1", "language": "zh"}
        _read(requests.post(f"{self.url}/api/first-admin", data=body))
        self._csrf = {"X-CSRF-Token": self.get("session")["csrf"]}

    def get(self, path: str) -> Any:
        return _read(self._requests.get(f"{self.url}/api/{path}"))

    def post(self, path: str, **body: Any) -> Any:
        return _read(self._requests.post(f"{self.url}/api/{path}", headers=self._csrf, data=body, timeout=PATIENCE))

    def run(self, path: str, **body: Any) -> Any:
        """Start a job and wait for its result."""
        job, patience = self.post(path, **body), time.monotonic() + PATIENCE / 1000
        while job["state"] in ("waiting", "running"):
            assert time.monotonic() < patience, job
            time.sleep(0.2)
            job = self.get(f"jobs/{job['id']}")
        assert job["state"] == "done", job
        return job["result"]

    def upload(self, path: Path) -> str:
        file = {"name": path.name, "mimeType": "text/csv", "buffer": path.read_bytes()}
        sent = self._requests.post(f"{self.url}/api/uploads", headers=self._csrf, multipart={"file": file})
        return str(_read(sent)["id"])


@contextmanager
def lived_in(folder: Path, chromium: Browser) -> Iterator[tuple[Workspace, BrowserContext]]:
    """A workspace with its first administrator, and the browser context that is logged in."""
    with served(folder) as server, chromium.new_context() as context:
        yield Workspace(server, context.request), context


def _read(answer: APIResponse) -> Any:
    assert answer.ok, f"{answer.url}: {answer.status} {answer.text()}"
    return answer.json()


def furnish(workspace: Workspace, csv: Path, today: date) -> dict[str, str]:
    """Import, look, act, judge, report. Returns what stands for `:id` in each page's address."""
    company.write(csv, today)
    upload = workspace.upload(csv)
    batch = workspace.run("imports", upload=upload, source="客服热线")["batch"]
    workspace.run("scans")
    signal = workspace.get("signals")["items"][0]["id"]
    workspace.post(f"signals/{signal}/problem", owner="wang")
    problem = _solved(workspace, today)
    # One that nobody has touched yet.
    workspace.post(
        "problems", title="W1 噪音", metric="ticket_count", where={"fault": ["噪音大"], "model": ["W1"]}, owner="wang"
    )
    workspace.run("reports", period="last-8-weeks", language="zh")
    return {
        "/tickets/:id": f"/tickets/{quote(workspace.get('tickets?limit=1')['items'][0]['ticket_id'])}",
        "/signals/:id": f"/signals/{signal}",
        "/problems/:id": f"/problems/{problem}",
        "/knowledge/:id": f"/knowledge/{workspace.get('articles')['items'][0]['id']}",
        "/data/:tab/:id": f"/data/batches/{batch}",
    }


def _solved(workspace: Workspace, today: date) -> str:
    """A problem whose fix is long ago and worked: it has a verdict and an article."""
    problem = str(workspace.post("problems", title="W2 漏水", where=_WORST, owner="wang")["id"])
    workspace.post(f"problems/{problem}/causes", text="门封老化", grade="tested", evidence=["拆机可见裂纹"])
    start = company.this_week(today) - timedelta(weeks=company.FIX_WEEKS)
    plan = {"title": "更换门封", "owner": "wang", "due": today.isoformat(), "metric": "ticket_count", "where": _WORST}
    comparison = {**_WORST, "model": ["W1"]}
    when = {"start": start.isoformat(), "window_weeks": company.FIX_WEEKS}
    made = workspace.post(
        f"problems/{problem}/actions", **plan, **when, comparison=comparison, direction="lower", target=0.8
    )
    verdict = workspace.post(f"actions/{made['id']}/judge")
    assert verdict["outcome"] == "effective", verdict
    return problem
