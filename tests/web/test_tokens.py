"""Access tokens over HTTP: shown once, taken beside the session, never enough to make more of them."""

import logging
from collections.abc import Callable
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from tests.web.conftest import PASSWORD, Browser

from zhenyin.account import store
from zhenyin.account.models import Role
from zhenyin.core import clock
from zhenyin.job.workspace import Workspace

LogIn = Callable[[Role], Browser]
BODY = {"name": "nightly export", "permissions": ["question.read", "ticket.read"]}


def made(browser: Browser, **more: object) -> tuple[str, str]:
    """A new token's id and secret."""
    answer = browser.send("POST", "/api/tokens", {**BODY, **more})
    assert answer.status_code == 201, answer.text
    return answer.json()["token"]["id"], answer.json()["secret"]


def use(client: TestClient, secret: str, method: str, path: str, json: object = None) -> Response:
    return client.request(method, path, json=json, headers={"Authorization": f"Bearer {secret}"})


def last_line(admin: Browser) -> dict:
    found: dict = admin.get("/api/audit?limit=1").json()["items"][0]
    return found


def test_a_token_is_taken_in_place_of_a_login(stranger: TestClient, log_in: LogIn) -> None:
    _, secret = made(log_in("analyst"))
    assert stranger.get("/api/metrics").status_code == 401
    assert use(stranger, secret, "GET", "/api/metrics").status_code == 200
    who = use(stranger, secret, "GET", "/api/session").json()
    assert (who["user"]["login"], who["user"]["permissions"]) == ("analyst", BODY["permissions"])
    assert who["csrf"] is None


def test_a_token_needs_no_csrf_token_but_the_permission(stranger: TestClient, log_in: LogIn) -> None:
    _, secret = made(log_in("analyst"), permissions=["signal.read", "signal.write"])
    reply = use(stranger, secret, "POST", "/api/signals/none/dismiss", {"reason": "noise"})
    assert (reply.status_code, reply.json()["code"]) == (404, "signal-unknown")
    refused = use(stranger, secret, "GET", "/api/metrics")
    assert (refused.status_code, refused.json()["code"]) == (403, "permission-missing")
    assert "nightly export" in refused.json()["details"]["en"]


def test_a_token_is_not_eked_out_by_the_session_beside_it(log_in: LogIn) -> None:
    admin = log_in("admin")
    _, secret = made(admin)
    assert use(admin.client, secret, "GET", "/api/users").status_code == 403
    assert use(admin.client, secret + "x", "GET", "/api/metrics").status_code == 401
    # What a proxy in front asks for is no token.
    assert admin.client.get("/api/metrics", headers={"Authorization": "Basic YTpi"}).status_code == 200


@pytest.mark.parametrize("shown", ["", "nonsense", "zhy_0000000000000000_" + "A" * 43])
def test_a_failed_token_is_challenged(stranger: TestClient, shown: str) -> None:
    answer = use(stranger, shown, "GET", "/api/metrics")
    assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
    assert answer.headers["www-authenticate"] == 'Bearer error="invalid_token"'
    assert answer.json()["code"] == "token-unknown"
    assert stranger.get("/api/metrics").headers["www-authenticate"] == "Bearer"


def test_expired_and_revoked_tokens_say_so(stranger: TestClient, log_in: LogIn, workspace: Workspace) -> None:
    analyst = log_in("analyst")
    (old, expired), (gone, revoked) = made(analyst), made(analyst)
    with workspace.store.begin() as db:
        store.change_token(db, old, expires_at=clock.now(workspace.settings.zone) - timedelta(seconds=1))
    ended = analyst.send("DELETE", f"/api/tokens/{gone}")
    assert (ended.status_code, ended.json()["state"]) == (200, "revoked")
    codes = [use(stranger, secret, "GET", "/api/metrics").json()["code"] for secret in (expired, revoked)]
    assert codes == ["token-expired", "token-revoked"]
    states = {one["id"]: one["state"] for one in analyst.get("/api/tokens").json()["items"]}
    assert (states[old], states[gone]) == ("expired", "revoked")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/api/tokens", BODY),
        ("DELETE", "/api/tokens/{own}", None),
        ("PATCH", "/api/me", {"old_password": PASSWORD, "password": "another long one"}),
        ("POST", "/api/users", {"login": "eve", "password": PASSWORD, "role": "admin"}),
        ("PATCH", "/api/users/{user}", {"role": "admin"}),
    ],
)
def test_a_token_makes_no_tokens_no_passwords_and_no_users(
    stranger: TestClient, log_in: LogIn, method: str, path: str, body: object
) -> None:
    admin = log_in("admin")
    everything = admin.get("/api/session").json()["user"]
    own, secret = made(admin, permissions=everything["permissions"])
    answer = use(stranger, secret, method, path.format(own=own, user=everything["id"]), body)
    assert (answer.status_code, answer.json()["code"]) == (403, "login-only")
    assert use(stranger, secret, "GET", "/api/users").status_code == 200


def test_a_demoted_or_deactivated_owner_takes_the_token_along(stranger: TestClient, log_in: LogIn) -> None:
    admin = log_in("admin")
    new = {"login": "dora", "password": PASSWORD, "role": "analyst"}
    user = admin.send("POST", "/api/users", new).json()["id"]
    client = TestClient(stranger.app)
    csrf = client.post("/api/session", json={"login": "dora", "password": PASSWORD}).json()["csrf"]
    _, secret = made(Browser(client, csrf), permissions=["intake.read", "intake.write"])
    drop = ("DELETE", "/api/uploads/none")
    assert use(stranger, secret, *drop).status_code == 404
    admin.send("PATCH", f"/api/users/{user}", {"role": "viewer"})
    assert use(stranger, secret, *drop).json()["code"] == "permission-missing"
    assert use(stranger, secret, "GET", "/api/sources").status_code == 200
    listed = Browser(client, csrf).get("/api/tokens").json()["items"][0]
    assert (listed["permissions"], listed["effective"]) == (["intake.read", "intake.write"], ["intake.read"])
    admin.send("PATCH", f"/api/users/{user}", {"active": False})
    assert use(stranger, secret, "GET", "/api/sources").json()["code"] == "token-revoked"


def test_the_secret_is_in_no_list_no_store_and_no_log(
    stranger: TestClient, log_in: LogIn, workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    admin = log_in("admin")
    key, secret = made(admin)
    hidden = secret.split("_", 2)[2]
    use(stranger, secret, "GET", "/api/metrics")
    use(stranger, secret, "DELETE", "/api/uploads/none")
    for path in ("/api/tokens", "/api/tokens?everyone=true", "/api/audit", "/api/session"):
        assert hidden not in admin.get(path).text
    assert key in admin.get("/api/tokens").text
    files = [file for file in workspace.settings.data_dir.rglob("*") if file.is_file()]
    assert any(key.encode() in file.read_bytes() for file in files)
    assert [file.name for file in files if hidden.encode() in file.read_bytes()] == []
    assert hidden not in caplog.text


def test_the_audit_names_the_token_that_was_made_used_and_revoked(stranger: TestClient, log_in: LogIn) -> None:
    admin = log_in("admin")
    key, secret = made(admin, permissions=["intake.write"])
    assert [last_line(admin)[name] for name in ("what", "login", "token")] == ["POST /api/tokens", "admin", key]
    use(stranger, secret, "DELETE", "/api/uploads/none")
    used = last_line(admin)
    assert (used["what"], used["login"], used["token"]) == ("DELETE /api/uploads/none", "admin", key)
    admin.send("DELETE", f"/api/tokens/{key}")
    assert (last_line(admin)["what"], last_line(admin)["token"]) == (f"DELETE /api/tokens/{key}", key)
    admin.send("PATCH", "/api/me", {"name": "admin"})
    assert last_line(admin)["token"] is None


def test_the_last_use_is_listed(stranger: TestClient, log_in: LogIn) -> None:
    admin = log_in("admin")
    key, secret = made(admin)

    def last_used() -> str | None:
        (found,) = [one for one in admin.get("/api/tokens").json()["items"] if one["id"] == key]
        return str(found["last_used_at"]) if found["last_used_at"] else None

    assert last_used() is None
    use(stranger, secret, "GET", "/api/metrics")
    assert last_used() is not None


def test_others_tokens_are_for_administrators(log_in: LogIn) -> None:
    viewer, admin = log_in("viewer"), log_in("admin")
    key, _ = made(log_in("supervisor"))
    assert viewer.get("/api/tokens?everyone=true").json()["code"] == "permission-missing"
    assert viewer.send("DELETE", f"/api/tokens/{key}").json()["code"] == "token-not-found"
    assert key not in admin.get("/api/tokens").text
    page = admin.get("/api/tokens?everyone=true&limit=1").json()
    assert (len(page["items"]), page["next"], page["total"] > 1) == (1, 1, True)
    assert key in admin.get("/api/tokens?everyone=true&limit=500").text
    assert admin.send("DELETE", f"/api/tokens/{key}").json()["owner"]["login"] == "supervisor"


@pytest.mark.parametrize(
    ("wrong", "status", "code"),
    [
        ({"days": 367}, 422, "input-invalid"),
        ({"days": 0}, 422, "input-invalid"),
        ({"permissions": []}, 422, "input-invalid"),
        ({"name": " "}, 422, "token-name-invalid"),
        ({"permissions": ["ticket.fly"]}, 422, "token-permissions-invalid"),
        ({"permissions": ["account.admin"]}, 403, "token-permission-missing"),
        ({"for_ever": True}, 422, "input-invalid"),
    ],
)
def test_a_token_that_cannot_be_is_refused(log_in: LogIn, wrong: dict, status: int, code: str) -> None:
    answer = log_in("viewer").send("POST", "/api/tokens", {**BODY, **wrong})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
