"""What a stranger may cost: little memory, little time, few rows; and nobody else waits for it."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from tests.web.conftest import PASSWORD, Browser

from zhenyin.account import attempts, passwords, store
from zhenyin.account.models import Role
from zhenyin.cli import _server
from zhenyin.core.settings import load as load_settings
from zhenyin.job.workspace import Workspace, opened
from zhenyin.web.app import create_app
from zhenyin.web.body_limit import LARGEST
from zhenyin.web.doorway import AllowedHosts, allowed

LogIn = Callable[[Role], Browser]


@contextmanager
def _listening(app: object, proxies: str = "") -> Iterator[int]:
    """The app behind our server's own configuration, on a free port."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(_server._config(app, 1, proxies))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield listening.getsockname()[1]
    server.should_exit = True
    thread.join()


def _send(port: int, data: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(data)
        answer = b""
        while part := connection.recv(65_536):
            answer += part
        return answer


def _chunked(pieces: int) -> Iterator[bytes]:
    for _ in range(pieces):
        yield b" " * (1 << 20)


def test_a_body_is_refused_by_its_stated_length_before_it_is_read(app: FastAPI) -> None:
    head = f"POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {300 << 20}\r\n\r\n"
    with _listening(app) as port:
        answer = _send(port, head.encode())
    assert answer.startswith(b"HTTP/1.1 413")
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["code"] == "body-too-large"


@pytest.mark.parametrize("path", ["/api/session", "/api/first-admin", "/api/questions", "/api/nothing-here"])
def test_a_body_of_no_stated_length_is_counted_as_it_comes(stranger: TestClient, path: str) -> None:
    answer = stranger.post(path, content=_chunked(2 * LARGEST >> 20), headers={"Content-Type": "application/json"})
    assert answer.status_code in (404, 413)
    if path != "/api/nothing-here":
        assert answer.json()["code"] == "body-too-large"


def test_a_stranger_uploads_nothing(stranger: TestClient) -> None:
    assert stranger.post("/api/uploads", content=_chunked(20)).status_code == 401


def test_wrong_logins_hold_up_nobody(workspace: Workspace, app: FastAPI, log_in: LogIn) -> None:
    viewer = log_in("viewer")
    statuses: list[int] = []

    def guess(number: int) -> None:
        client = TestClient(app, raise_server_exceptions=False, client=(f"10.7.{number}.1", 1))
        statuses.append(client.post("/api/session", json={"login": f"g{number}", "password": "wrong"}).status_code)

    with ThreadPoolExecutor(60) as pool:
        guesses = [pool.submit(guess, number) for number in range(100)]
        while not all(one.done() for one in guesses):
            # Whatever is under way, who is logged in reads, and the store is free to be written.
            assert viewer.get("/api/people").status_code == 200
            assert not store_is_locked(workspace)
    assert set(statuses) <= {401, 429}
    assert len(statuses) == 100


def store_is_locked(workspace: Workspace) -> bool:
    started = time.monotonic()
    with workspace.store.begin():
        return time.monotonic() - started > 5


def test_no_hash_is_made_while_the_store_is_written(
    workspace: Workspace, log_in: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin, busy = log_in("admin"), list[bool]()
    in_turn = passwords._in_turn

    def watched(work: Callable[[], object]) -> object:
        writes = threading.Event()

        def write() -> None:
            with workspace.store.begin():
                writes.set()

        writing = threading.Thread(target=write)
        writing.start()
        busy.append(not writes.wait(5))
        writing.join()
        return in_turn(work)

    monkeypatch.setattr(passwords, "_in_turn", watched)
    user = admin.send("POST", "/api/users", {"login": "dora", "password": PASSWORD, "role": "agent"}).json()["id"]
    assert admin.send("PATCH", f"/api/users/{user}", {"password": "another long 1"}).status_code == 200
    assert admin.send("PATCH", "/api/me", {"password": PASSWORD, "old_password": PASSWORD}).status_code == 200
    assert len(busy) == 4
    assert not any(busy)


def test_guessing_at_the_own_old_password_is_counted_too(log_in: LogIn) -> None:
    browser = log_in("agent")
    body = {"password": "another long one", "old_password": "guess"}
    statuses = [browser.send("PATCH", "/api/me", body).status_code for _ in range(attempts.PER_PAIR + 1)]
    assert statuses == [401] * attempts.PER_PAIR + [429]


def test_attempts_at_once_are_no_more_than_one_after_the_other(app: FastAPI) -> None:
    def guess(_: int) -> int:
        client = TestClient(app, raise_server_exceptions=False, client=("10.8.1.1", 1))
        return client.post("/api/session", json={"login": "one-of-many", "password": "wrong"}).status_code

    with ThreadPoolExecutor(20) as pool:
        statuses = list(pool.map(guess, range(20)))
    assert statuses.count(401) <= attempts.PER_PAIR


def test_strangers_leave_few_lines_in_the_audit(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened(load_settings(data_dir=tmp_path_factory.mktemp("audit"))) as own:
        client = TestClient(create_app(own), raise_server_exceptions=False)
        for number in range(400):
            client.post(f"/api/nothing/{number}%00%0a")
        with own.store.read() as db:
            lines, total = store.audit(db, 500, 0)
    assert 0 < total <= 300
    assert all(line.what.isprintable() for line in lines)


@pytest.mark.parametrize(
    ("proxies", "counted"), [("", "127.0.0.1"), ("127.0.0.1", "203.0.113.9"), ("10.0.0.1", "127.0.0.1")]
)
def test_only_named_proxies_say_where_a_request_comes_from(proxies: str, counted: str) -> None:
    async def app(scope: dict, receive: Callable, send: Callable) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": scope["client"][0].encode()})

    with _listening(app, proxies) as port:
        answer = _send(port, b"GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.9\r\nConnection: close\r\n\r\n")
    assert counted.encode() in answer


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8000", 200),
        ("127.0.0.1", 200),
        ("[::1]:8000", 200),
        ("evil.example", 400),
        ("localhost.evil.example", 400),
    ],
)
def test_only_our_hosts_are_answered(app: FastAPI, host: str, status: int) -> None:
    client = TestClient(AllowedHosts(app, allowed("127.0.0.1", "")))
    answer = client.get("/api/health", headers={"Host": host})
    assert answer.status_code == status
    assert status == 200 or answer.json()["code"] == "host-unknown"


@pytest.mark.parametrize("secure", [True, False])
def test_hsts_goes_with_secure_cookies(tmp_path_factory: pytest.TempPathFactory, secure: bool) -> None:
    with opened(load_settings(data_dir=tmp_path_factory.mktemp("hsts"), secure_cookie=secure)) as own:
        answer = TestClient(create_app(own)).get("/api/health")
    assert ("strict-transport-security" in answer.headers) is secure


@pytest.mark.parametrize(
    "sent",
    [b"", b"POST /api/ses", b"POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Le", b"GET /api/health HTTP/1.1\r\n"],
)
def test_a_half_sent_head_is_given_up(app: FastAPI, monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    monkeypatch.setattr(_server, "SECONDS_FOR_A_REQUEST", 0.3)
    whole = b"GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n"
    with _listening(app) as port:
        _send(port, sent)
        assert _send(port, whole + sent).startswith(b"HTTP/1.1 200")


def test_a_half_sent_body_is_given_up(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    from zhenyin.web import waiting

    monkeypatch.setattr(waiting, "BODY_SECONDS", 0.3)
    head = b"POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"
    with _listening(app) as port:
        assert _send(port, head).split()[1] in (b"400", b"408")
