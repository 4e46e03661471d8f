"""What a program gets for every kind of error: by the API itself, by what stands before it, and by who is not it."""

import re
import socket
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import line_in
from tests.client.conftest import PASSWORD, WAYS, client_of, token

import zhenyin
from fixtures_cases import FOLDER
from zhenyin.client import errors
from zhenyin.client.client import Client
from zhenyin.core.errors import Forbidden, RateLimited, Refusal, Unauthenticated, Unavailable

CASES = tomllib.loads((FOLDER / "client" / "refusals.toml").read_text("utf-8"))["case"]
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_answer_becomes_the_refusal_that_it_stands_for(case: dict[str, Any]) -> None:
    made = errors.refusal(case["status"], case["body"].encode(), case.get("headers", {}))
    assert (type(made).__name__, made.status, made.code) == (case["kind"], case["status"], case["code"])
    assert case["says"] in made.words.en
    assert HAN.search(made.words.zh)
    assert getattr(made, "retry_after", None) == case.get("retry_after")


def test_what_is_no_text_or_too_long_is_not_quoted_whole() -> None:
    assert "(" not in errors.refusal(500, b"\xff\xd8\xff\xe0\x00").words.en
    long = errors.refusal(500, b"no " * 10_000).words.en
    assert len(long) < 400


@pytest.fixture(scope="module", params=WAYS)
def company(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with client_of(request.param, tmp_path_factory.mktemp(request.param)) as client:
        yield client


@pytest.mark.parametrize(
    ("call", "status", "code"),
    [
        (("POST", "/questions", {"metrics": []}), 422, "input-invalid"),
        (("POST", "/questions", {"metrics": ["ticket_count"], "colour": 1}), 422, "input-invalid"),
        (("POST", "/questions", {"metrics": ["\ud800"], "limit": "\ud800"}), 422, "text-unreadable"),
        (("POST", "/questions", {"metrics": ["ticket_count"], "period": "\ud800"}), 422, "text-unreadable"),
        (("POST", "/questions", {"metrics": ["ticket_count"], "where": ["x"]}), 422, "filter-unreadable"),
        (("POST", "/questions", None), 422, "input-invalid"),
        (("POST", "/uploads", {}), 422, "upload-without-file"),
        (("GET", "/metrics/falure_rate", None), 404, "metric-unknown"),
        (("GET", "/jobs/none", None), 404, "job-unknown"),
        (("GET", "/nothing/at/all", None), 404, "path-unknown"),
        (("DELETE", "/metrics", None), 405, "verb-unknown"),
        (("GET", "/imports", None), 405, "verb-unknown"),
    ],
)
def test_the_api_is_understood_by_every_way(
    company: Client, call: tuple[str, str, object], status: int, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        company.api.call(*call)
    assert (refused.value.status, refused.value.code) == (status, code)
    assert HAN.search(refused.value.words.zh)


def test_who_may_not_or_tries_too_often_learns_why(tmp_path: Path) -> None:
    line = line_in(tmp_path / "data")
    line("user", "add", "boss", "--role", "admin", "--password", PASSWORD)
    with line.serving() as url:
        reader = zhenyin.connect(url, token=token(url, ["question.read"]))
        with pytest.raises(Forbidden) as forbidden:
            reader.api.post("/scans")
        assert (forbidden.value.status, forbidden.value.code) == (403, "permission-missing")
        with pytest.raises(RateLimited) as limited:
            for _ in range(50):
                with pytest.raises(Unauthenticated):
                    reader.api.post("/session", {"login": "boss", "password": "wrong"})
        assert limited.value.retry_after > 0


def test_a_large_file_that_is_refused_on_its_way_is_refused_with_the_reason(tmp_path: Path) -> None:
    line = line_in(tmp_path / "data").having(ZHENYIN_UPLOAD_MIB="1")
    line("user", "add", "boss", "--role", "admin", "--password", PASSWORD)
    file = tmp_path / "large.csv"
    file.write_bytes(b"1,2\n" * 8_000_000)
    with line.serving() as url:
        for client in (zhenyin.connect(url, token=token(url)), zhenyin.open(line.folder)):
            with pytest.raises(Refusal, match="upload-too-large"):
                client.import_file(file)
        with pytest.raises(Unauthenticated, match="token-unknown"):
            zhenyin.connect(url, token="not one").import_file(file)


@contextmanager
def answering(answer: bytes) -> Iterator[str]:
    """A server that is none of ours: to whatever comes it sends these bytes, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with server.accept()[0] as connection:
                connection.recv(1 << 16)
                connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        thread.join()


PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!doctype html><title>Intranet</title>"
MOVED = b"HTTP/1.1 308 Permanent Redirect\r\nLocation: https://zhenyin.example.com/\r\nContent-Length: 0\r\n\r\n"
TORN = b'HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n[{"key": "ticket_count"}'
TORN_ERROR = b'HTTP/1.1 422 Unprocessable Content\r\nContent-Length: 4000\r\n\r\n{"code": "input-invalid", "det'
NO_HTTP = b"SSH-2.0-OpenSSH_9.6\r\n"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (PAGE, "answer-unreadable"),
        (MOVED, "server-moved"),
        (TORN, "server-silent"),
        (TORN_ERROR, "server-silent"),
        (NO_HTTP, "server-silent"),
        (b"", "server-silent"),
    ],
    ids=["a page", "moved", "torn", "a torn error", "no HTTP", "nothing"],
)
def test_a_server_that_is_none_of_ours_or_breaks_off_is_unavailable(answer: bytes, code: str) -> None:
    with answering(answer) as url, pytest.raises(Unavailable) as refused:
        zhenyin.connect(url).metrics()
    assert refused.value.code == code


def test_a_download_that_breaks_off_leaves_no_file(tmp_path: Path) -> None:
    with answering(TORN) as url, pytest.raises(Unavailable, match="server-silent"):
        zhenyin.connect(url).api.download("/metrics", tmp_path / "metrics.json")
    assert list(tmp_path.iterdir()) == []
