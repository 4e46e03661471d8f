"""The local operator, and the app in parts."""

import subprocess
import sys
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from tests.web.test_permissions import path_of, routes

from zhenyin.account import service, store
from zhenyin.account.access import LOCAL
from zhenyin.core import clock
from zhenyin.core.errors import Conflict
from zhenyin.job.workspace import Workspace
from zhenyin.web.local import LocalOperator
from zhenyin.web.on_demand import OnDemand, serving


def test_the_local_operator_needs_no_login_and_is_in_the_audit(app: FastAPI, workspace: Workspace) -> None:
    client = TestClient(LocalOperator(app))
    assert client.get("/api/settings").status_code == 200
    person = client.get("/api/session").json()["user"]
    assert (person["login"], person["role"]) == ("command-line", "admin")
    made = client.post("/api/users", json={"login": "ann", "password": "long enough 1", "role": "viewer"})
    assert made.status_code == 201, made.text
    with workspace.store.read() as db:
        (last,), _ = store.audit(db, 1, 0)
    assert (last.login, last.what, last.status) == ("command-line", "POST /api/users", 201)


@pytest.mark.parametrize(
    "headers",
    [{LOCAL: "1"}, {"X-Forwarded-For": "127.0.0.1"}, {"Authorization": "Bearer local"}, {"Host": "localhost"}],
)
def test_nothing_in_a_request_makes_one_the_local_operator(stranger: TestClient, headers: dict[str, str]) -> None:
    assert stranger.get(f"/api/metrics?{LOCAL}=1", headers=headers).status_code == 401


def test_nobody_may_take_the_name_of_the_local_operator(workspace: Workspace) -> None:
    with pytest.raises(Conflict, match="login-taken"), workspace.store.begin() as db:
        service.create_user(db, "Command-Line", "", "admin", "long enough 1", clock.now())


def test_every_route_is_in_the_part_that_serves_its_path(app: FastAPI) -> None:
    walked = [(path_of(route), route.endpoint.__module__) for _, route in routes(app) if "{path" not in route.path]
    assert len(walked) > 100
    assert [(path, module) for path, module in walked if module not in serving(path)] == []


def test_the_parts_answer_as_the_whole_does(app: FastAPI, workspace: Workspace) -> None:
    whole, parts = TestClient(LocalOperator(app)), TestClient(LocalOperator(OnDemand(workspace)))
    for path in ("/api/openapi.json", "/api/metrics/failure_rate", "/api/nothing", "/api/metrics/none", "/api/jobs"):
        there, here = whole.get(path), parts.get(path)
        assert (here.status_code, here.json()) == (there.status_code, there.json()), path
        assert here.headers["Content-Security-Policy"] == there.headers["Content-Security-Policy"]
    assert parts.put("/api/metrics").json() == whole.put("/api/metrics").json()


def test_a_part_imports_no_room_that_it_does_not_serve(tmp_path: Path) -> None:
    code = (
        "import sys, zhenyin\n"
        f"with zhenyin.open({str(tmp_path)!r}) as company: company.api.get('/people')\n"
        "print(*(name for name in sys.modules if name.endswith('api') and name.startswith('zhenyin')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["zhenyin.account.api"]
