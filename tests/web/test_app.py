"""Headers, files, jobs and their events."""

import asyncio
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient
from tests.web.conftest import Browser

from zhenyin.account.models import Role
from zhenyin.core.settings import load as load_settings
from zhenyin.core.words import Words
from zhenyin.job.progress import Progress
from zhenyin.job.workspace import Workspace, opened
from zhenyin.web import installation_api, jobs_api, static

LogIn = Callable[[Role], Browser]
TITLE = Words("测试", "Test")


def wait_to_be_cancelled(progress: Progress) -> dict:
    while True:
        progress(0.5, TITLE)
        time.sleep(0.01)


def test_every_answer_forbids_foreign_scripts_and_frames(stranger: TestClient) -> None:
    for path in ("/", "/api/health", "/api/jobs"):
        headers = stranger.get(path).headers
        assert "script-src 'self';" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    assert stranger.get("/api/health").headers["cache-control"] == "no-store"


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "static"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>真因</title>", "utf-8")
    (folder / "pages.json").write_text(json.dumps(["/", "/problems", "/problems/:id", "/data/:tab/:id"]), "utf-8")
    (folder / ".built").write_text("1a2b", "utf-8")
    (folder / "assets" / "app-1a2b.js").write_text("let answer = 42;\n" * 200, "utf-8")
    (tmp_path / "secret.txt").write_text("out of bounds", "utf-8")
    monkeypatch.setattr(static, "FOLDER", folder)
    return folder


@pytest.mark.parametrize(
    "path",
    ["/", "/problems", "/problems/", "/problems/problem-1", "/index.html", "/problems/a%2Fb", "/data/batches/x.csv"],
)
def test_a_page_address_gets_the_page(stranger: TestClient, pages: Path, path: str) -> None:
    answer = stranger.get(path)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")
    assert "真因" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/assets/gone-1.js",
        "/favicon.ico",
        "/.built",
        "/.well-known/change-password",
        "/.well-known/openid-configuration",
        "/api",
        "/api/",
        "/api/nothing",
        "/wp-admin",
        "/problems/a/b",
        "/problemsx",
        "/data/batches/x/y",
    ],
)
def test_what_is_no_page_is_a_problem_and_never_the_page(stranger: TestClient, pages: Path, path: str) -> None:
    answer = stranger.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["code"] == "path-unknown"


@pytest.mark.parametrize(
    ("path", "is_page"), [("/problmes", True), ("/api/problmes", False), ("/.well-known/x", False)]
)
def test_a_browser_reads_of_a_mistyped_address_on_a_page(
    stranger: TestClient, pages: Path, path: str, is_page: bool
) -> None:
    answer = stranger.get(path, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (answer.status_code, "<title>真因" in answer.text) == (404, is_page)


def test_hashed_files_are_kept_for_ever_and_sent_compressed(stranger: TestClient, pages: Path) -> None:
    answer = stranger.get("/assets/app-1a2b.js")
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.text.startswith("let answer")
    plain = stranger.get("/assets/app-1a2b.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert int(answer.headers["content-length"]) < len(plain.content)


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt", "/..%2fsecret.txt"]
)
def test_no_path_leads_out_of_the_folder(stranger: TestClient, pages: Path, path: str) -> None:
    assert "out of bounds" not in stranger.get(path).text


def test_pages_that_were_not_built_say_what_to_run(stranger: TestClient, pages: Path) -> None:
    (pages / "index.html").unlink()
    answer = stranger.get("/")
    assert (answer.status_code, answer.json()["code"]) == (503, "pages-not-built")
    assert "make ui" in answer.json()["detail"]


def test_a_job_is_cancelled_by_its_starter_and_by_an_administrator_only(workspace: Workspace, log_in: LogIn) -> None:
    viewer, admin = log_in("viewer"), log_in("admin")
    job = workspace.jobs.start("test", TITLE, wait_to_be_cancelled, "somebody")
    refused = viewer.send("POST", f"/api/jobs/{job.id}/cancel")
    assert (refused.status_code, refused.json()["code"]) == (403, "job-of-another")
    assert admin.send("POST", f"/api/jobs/{job.id}/cancel").status_code == 202
    while admin.get(f"/api/jobs/{job.id}").json()["state"] != "cancelled":
        time.sleep(0.02)
    assert job.id in {listed["id"] for listed in viewer.get("/api/jobs").json()["items"]}


def test_events_tell_of_jobs_and_beat_in_between(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs_api, "HEARTBEAT_SECONDS", 0.1)

    async def hear() -> list[str]:
        stream = jobs_api._stream(workspace, lambda: True)
        events = [await anext(stream), await anext(stream)]
        workspace.jobs.start("test", TITLE, lambda _: {"rows": 1}, "ann")
        while '"state":"done"' not in events[-1]:
            events.append(await asyncio.wait_for(anext(stream), 10))
        await stream.aclose()
        return events

    events = asyncio.run(hear())
    assert events[:2] == [": hello\n\n", ": beat\n\n"]
    last = json.loads(events[-1].removeprefix("event: job\ndata: "))
    assert (last["state"], last["result"], last["title"]["zh"]) == ("done", {"rows": 1}, "测试")
    assert workspace.jobs._listeners == set()


def test_events_end_with_the_session(
    workspace: Workspace, app: FastAPI, log_in: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs_api, "HEARTBEAT_SECONDS", 0.1)
    browser = log_in("viewer")
    cookies = "; ".join(f"{name}={value}" for name, value in browser.client.cookies.items())
    request = Request({"type": "http", "app": app, "headers": [(b"cookie", cookies.encode())]})

    async def hear() -> list[str]:
        events = []
        async for event in jobs_api._stream(workspace, lambda: jobs_api._may_listen(request)):
            events.append(event)
            if len(events) == 3:
                await asyncio.to_thread(browser.send, "DELETE", "/api/session")
        return events

    assert asyncio.run(hear()) == [": hello\n\n", ": beat\n\n", ": beat\n\n"]


def test_settings_are_told_without_passwords(log_in: LogIn) -> None:
    body = {one["name"]: one for one in log_in("viewer").get("/api/settings").json()}
    assert body["timezone"]["value"] == "Asia/Shanghai"
    assert body["timezone"]["environment"] == "ZHENYIN_TIMEZONE"


def test_keys_and_passwords_are_no_settings_to_be_read(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'store.sqlite'}"
    with opened(load_settings(data_dir=tmp_path, store_url=address, embedding_key="hush-hush")) as made:
        body = {one.name: one.value for one in installation_api.list_settings(made)}
    assert (body["embedding_key"], body["store_url"], body["embedding_url"]) == ("•••", "•••", "")


def test_the_installation_tells_zone_and_data_until_to_those_who_may_not_read_settings(log_in: LogIn) -> None:
    body = log_in("agent").get("/api/installation").json()
    assert (body["timezone"], body["data_until"], body["map_approval_number"]) == ("Asia/Shanghai", None, "")


def test_the_doctor_answers_over_http(log_in: LogIn) -> None:
    checks = {check["key"]: check["state"] for check in log_in("viewer").get("/api/doctor").json()}
    assert checks["warehouse"] == "fine"
