"""Every route says who may use it, and holds to it."""

from collections.abc import Callable, Iterator

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from tests.web.conftest import Browser

from zhenyin.account.access import Needs
from zhenyin.account.models import ROLES, Role
from zhenyin.web.app import describe

OPEN_TO_ALL = {
    ("GET", "/api/health"),
    ("GET", "/api/session"),
    ("POST", "/api/session"),
    ("DELETE", "/api/session"),
    ("POST", "/api/first-admin"),
    ("GET", "/{path:path}"),
    ("HEAD", "/{path:path}"),
}
HARMLESS = {"GET", "HEAD"}
STREAMS = {"/api/events"}


def routes(app: FastAPI) -> Iterator[tuple[str, APIRoute]]:
    for route in flat(app.routes):
        for method in sorted(route.methods):
            yield method, route


def flat(found: object) -> Iterator[APIRoute]:
    for route in found:
        if isinstance(route, APIRoute):
            yield route
        else:
            included = getattr(route, "original_router", route)
            yield from flat(getattr(included, "routes", ()))


def needed(dependant: Dependant) -> set[str]:
    own = {dependant.call.permission} if isinstance(dependant.call, Needs) else set()
    return own.union(*(needed(inner) for inner in dependant.dependencies))


def test_the_walk_sees_everything_that_the_description_has(app: FastAPI) -> None:
    described = {(verb.upper(), path) for path, verbs in describe()["paths"].items() for verb in verbs}
    walked = {(method, path_of(route)) for method, route in routes(app)}
    assert described <= walked


def path_of(route: APIRoute) -> str:
    if route.path.startswith("/{path"):
        return route.path
    path = route.path if route.path.startswith("/api") else f"/api{route.path}"
    return path.replace(":path}", "}")


def test_every_route_needs_a_permission(app: FastAPI) -> None:
    bare = {(method, path_of(route)) for method, route in routes(app) if not needed(route.dependant)}
    assert bare == OPEN_TO_ALL


def test_what_changes_something_needs_more_than_reading(app: FastAPI) -> None:
    # Asking a question is a POST that changes nothing; one's own job and one's own account are one's own.
    harmless = {"/api/questions", "/api/questions/rows", "/api/explain"}
    own = {"/api/jobs/{job_id}/cancel", "/api/me", "/api/tokens", "/api/tokens/{token_id}"}
    readers = {
        (method, path_of(route))
        for method, route in routes(app)
        if method not in HARMLESS and needed(route.dependant) and needed(route.dependant) <= ROLES["viewer"]
    }
    assert {path for _, path in readers} <= harmless | own


def test_nobody_gets_in_without_a_login(app: FastAPI, stranger: TestClient) -> None:
    for method, route in routes(app):
        if (method, path_of(route)) not in OPEN_TO_ALL:
            answer = stranger.request(method, path_of(route).replace("{", "").replace("}", ""))
            assert (answer.status_code, answer.json()["code"]) == (401, "login-needed"), (method, route.path)


@pytest.mark.parametrize("role", ["viewer", "agent"])
def test_a_role_gets_no_further_than_it_may(app: FastAPI, log_in: Callable[[Role], Browser], role: Role) -> None:
    browser = log_in(role)
    for method, route in routes(app):
        missing = needed(route.dependant) - ROLES[role]
        if missing:
            answer = browser.send(method, path_of(route).replace("{", "").replace("}", ""))
            assert (answer.status_code, answer.json()["code"]) == (403, "permission-missing"), (method, route.path)


def test_nothing_changes_without_the_token_of_the_page(app: FastAPI, log_in: Callable[[Role], Browser]) -> None:
    admin = log_in("admin").client
    for method, route in routes(app):
        if method not in HARMLESS and (method, path_of(route)) not in OPEN_TO_ALL:
            answer = admin.request(method, path_of(route).replace("{", "").replace("}", ""))
            assert (answer.status_code, answer.json()["code"]) == (403, "csrf"), (method, route.path)


def test_no_get_fails_by_accident(app: FastAPI, log_in: Callable[[Role], Browser]) -> None:
    admin = log_in("admin")
    for method, route in routes(app):
        path = path_of(route)
        if method == "GET" and path not in STREAMS and path.startswith("/api"):
            answer = admin.get(path.replace("{", "").replace("}", ""))
            assert answer.status_code < 500, (path, answer.text)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/topic-runs"),
        ("PATCH", "/api/topics/1"),
        ("POST", "/api/topics/1/merge"),
        ("POST", "/api/topics/1/split"),
    ],
)
def test_agents_do_not_reshape_topics_for_all(log_in: Callable[[Role], Browser], method: str, path: str) -> None:
    body = {"name": "x", "into": 2} if path.endswith("merge") else {"name": "x"}
    assert log_in("agent").send(method, path, body).json()["code"] == "permission-missing"
