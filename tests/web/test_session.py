"""Logging in and out, over HTTP."""

from collections.abc import Callable

from fastapi.testclient import TestClient
from tests.web.conftest import PASSWORD, Browser

from zhenyin.account.models import Role
from zhenyin.job.workspace import Workspace

LogIn = Callable[[Role], Browser]


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(stranger: TestClient, log_in: LogIn) -> None:
    log_in("viewer")
    answer = stranger.post("/api/session", json={"login": "viewer", "password": PASSWORD})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "secure" not in cookie


def test_a_logged_out_session_is_over(log_in: LogIn) -> None:
    browser = log_in("viewer")
    kept = dict(browser.client.cookies)
    assert browser.get("/api/session").json()["user"]["login"] == "viewer"
    assert browser.send("DELETE", "/api/session").status_code == 204
    browser.client.cookies.update(kept)
    assert browser.get("/api/session").json()["user"] is None


def test_too_many_wrong_passwords_are_told_to_wait(stranger: TestClient) -> None:
    wrong = {"login": "nobody-at-all", "password": "wrong"}
    replies = [stranger.post("/api/session", json=wrong) for _ in range(6)]
    assert [answer.status_code for answer in replies] == [401] * 5 + [429]
    assert 0 < int(replies[-1].headers["retry-after"]) <= 900
    assert replies[-1].json()["code"] == "login-too-often"


def test_an_administrator_makes_users_and_everybody_sees_names(log_in: LogIn) -> None:
    admin, viewer = log_in("admin"), log_in("viewer")
    new = {"login": "carl", "password": PASSWORD, "role": "agent", "name": "Carl"}
    made = admin.send("POST", "/api/users", new)
    assert made.status_code == 201
    assert "password" not in made.json()
    changed = admin.send("PATCH", f"/api/users/{made.json()['id']}", {"role": "viewer", "active": False})
    assert (changed.json()["role"], changed.json()["active"]) == ("viewer", False)
    assert "carl" not in {person["login"] for person in viewer.get("/api/people").json()}
    assert admin.send("POST", "/api/users", new).json()["code"] == "login-taken"
    assert len(admin.get("/api/roles").json()) == 5


def test_people_change_their_own_language_and_password(log_in: LogIn) -> None:
    browser = log_in("supervisor")
    assert browser.send("PATCH", "/api/me", {"language": "en"}).json()["language"] == "en"
    wrong = browser.send("PATCH", "/api/me", {"password": "another long one", "old_password": "guess"})
    assert (wrong.status_code, wrong.json()["code"]) == (401, "login-wrong")
    right = browser.send("PATCH", "/api/me", {"password": "another long one", "old_password": PASSWORD})
    assert right.status_code == 200
    again = {"password": PASSWORD, "old_password": "another long one"}
    assert browser.send("PATCH", "/api/me", again).status_code == 200


def test_every_change_leaves_a_line_in_the_audit(log_in: LogIn, workspace: Workspace) -> None:
    admin = log_in("admin")
    admin.send("PATCH", "/api/me", {"name": "Admin"})
    admin.send("POST", "/api/users", {"login": "x", "password": "short", "role": "viewer"})
    admin.client.patch("/api/me", json={"name": "no token"})
    lines = admin.get("/api/audit?limit=2").json()["items"]
    assert [(line["login"], line["what"], line["status"]) for line in lines] == [
        ("admin", "PATCH /api/me", 403),
        ("admin", "POST /api/users", 422),
    ]
    earlier = admin.get("/api/audit?limit=1&offset=2").json()
    assert earlier["items"][0]["id"] < lines[-1]["id"]
    assert earlier["total"] >= 4
    assert earlier["next"] == 3
