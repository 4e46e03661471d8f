"""A request is stopped when its asker leaves, or after the time limit; in SQL and between the steps of other work."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI

from zhenyin.core import work
from zhenyin.core.errors import Unavailable
from zhenyin.job.workspace import Workspace
from zhenyin.web import errors
from zhenyin.web.waiting import WaitingMiddleware

NEVER_ENDING = "SELECT count(*) FROM range(1000000000) a, range(1000000000) b"


def _app(workspace: Workspace, run: Callable[[], object]) -> tuple[FastAPI, list[BaseException]]:
    app, raised = FastAPI(), list[BaseException]()
    app.state.workspace = workspace
    errors.register(app)

    @app.get("/long")
    def long() -> None:
        try:
            run()
        except BaseException as error:
            raised.append(error)
            raise

    app.add_middleware(WaitingMiddleware)
    return app, raised


async def _leave(app: FastAPI) -> None:
    """Ask, and hang up."""
    messages: list[dict[str, Any]] = [
        {"type": "http.request", "body": b"", "more_body": False},
        {"type": "http.disconnect"},
    ]

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(0.2)
        return messages.pop(0) if messages else {"type": "http.disconnect"}

    async def send(_message: Any) -> None:
        return None

    scope = {"type": "http", "method": "GET", "path": "/long", "headers": [], "query_string": b"", "app": app}
    await app(scope | {"raw_path": b"/long", "root_path": "", "scheme": "http", "server": ("x", 1)}, receive, send)


def _endless_python() -> None:
    while True:
        work.check()


@pytest.mark.parametrize("kind", ["python", "sql"])
def test_it_stops_when_the_asker_leaves(workspace: Workspace, kind: str) -> None:
    run = _endless_python if kind == "python" else lambda: workspace.warehouse.query(NEVER_ENDING, seconds=600)
    app, raised = _app(workspace, run)
    asyncio.run(_leave(app))
    assert [error.code for error in raised if isinstance(error, Unavailable)] in (
        ["work-cancelled"],
        ["query-cancelled"],
    )


def test_it_stops_after_its_time() -> None:
    with work.waited_for(work.Work(0.05)), pytest.raises(Unavailable) as refused:
        _endless_python()
    assert refused.value.code == "work-too-slow"


def test_a_cancelled_job_stops_between_its_steps(workspace: Workspace) -> None:
    from zhenyin.core.words import Words

    job = workspace.jobs.start("scan", Words("扫描", "Scan"), lambda _progress: _endless_python() or {}, "x")
    while workspace.jobs.get(job.id).state == "waiting":
        pass
    workspace.jobs.cancel(job.id)
    while (state := workspace.jobs.get(job.id).state) == "running":
        pass
    assert state == "cancelled"
