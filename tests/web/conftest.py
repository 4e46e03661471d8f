"""A workspace with its app, and people who use it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response

from zhenyin.account import service
from zhenyin.account.models import Role
from zhenyin.core import clock
from zhenyin.core.settings import load as load_settings
from zhenyin.job.workspace import Workspace, opened
from zhenyin.web.app import create_app

PASSWORD = "long enough 1"


@dataclass(frozen=True, slots=True)
class Browser:
    """Somebody's browser. `send` carries the CSRF token as our pages do."""

    client: TestClient
    csrf: str

    def get(self, path: str, **more: object) -> Response:
        return self.client.get(path, **more)

    def send(self, method: str, path: str, json: object = None, **headers: str) -> Response:
        return self.client.request(method, path, json=json, headers={"X-CSRF-Token": self.csrf, **headers})


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with opened(load_settings(data_dir=tmp_path_factory.mktemp("workspace"))) as made:
        yield made


@pytest.fixture(scope="module")
def app(workspace: Workspace) -> FastAPI:
    return create_app(workspace)


@pytest.fixture
def stranger(app: FastAPI) -> TestClient:
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def log_in(app: FastAPI, workspace: Workspace) -> Callable[[Role], Browser]:
    """Make somebody with a role, and log in."""

    def make(role: Role) -> Browser:
        with workspace.store.begin() as db:
            if not any(u.person.login == role for u in service.store.users(db)):
                service.create_user(db, role, role, role, PASSWORD, clock.now())
        client = TestClient(app, raise_server_exceptions=False)
        answer = client.post("/api/session", json={"login": role, "password": PASSWORD})
        assert answer.status_code == 201, answer.text
        return Browser(client, answer.json()["csrf"])

    return make
