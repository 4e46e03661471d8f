"""Messages arrive at servers that run here; what cannot be sent is refused with the target and the reason."""

import json
import socketserver
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from zhenyin.core.errors import Unavailable
from zhenyin.core.words import Words
from zhenyin.notifiers import NOTIFIERS, Message

MESSAGE = Message(Words("配网失败 上升", "Pairing fails more"), Words("是预期的 3 倍", "3 times"), {"signal": "s-1"})
GOT: list[Any] = []


class _Hook(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        GOT.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(500 if self.path == "/broken" else 204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Mail(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        inside = False
        for line in self.rfile:
            if inside:
                GOT.append(line.decode().strip())
                inside = line != b".\r\n"
                answer = b"" if inside else b"250 taken\r\n"
            else:
                inside = line.upper().startswith(b"DATA")
                answer = b"354 go on\r\n" if inside else b"250 fine\r\n"
            if line.upper().startswith(b"QUIT"):
                self.wfile.write(b"221 bye\r\n")
                return
            self.wfile.write(answer)


@pytest.fixture(params=[(HTTPServer, _Hook), (socketserver.TCPServer, _Mail)], ids=["http", "smtp"])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    GOT.clear()
    kind, handler = request.param
    with kind(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"{request.node.callspec.id}://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


def test_a_message_arrives(server: str) -> None:
    if server.startswith("http"):
        receipt = NOTIFIERS["webhook"].send(MESSAGE, server + "/hook")
        assert receipt.answer == "204"
        assert GOT[0]["title"]["zh"] == "配网失败 上升"
        assert GOT[0]["data"] == {"signal": "s-1"}
        with pytest.raises(Unavailable, match="500"):
            NOTIFIERS["webhook"].send(MESSAGE, server + "/broken")
    else:
        receipt = NOTIFIERS["email"].send(MESSAGE, server + "?from=a@b.cn&to=c@d.cn")
        assert receipt.answer == "accepted"
        assert "To: c@d.cn" in GOT


def test_a_log_file_gets_a_line_for_each_message(tmp_path: Path) -> None:
    target = tmp_path / "new" / "signals.log"
    for _ in range(2):
        NOTIFIERS["log_file"].send(MESSAGE, str(target))
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [line["signal"] for line in lines] == ["s-1", "s-1"]


@pytest.mark.parametrize(
    ("key", "target"),
    [
        ("webhook", "file:///etc/hostname"),
        ("webhook", "http://127.0.0.1:1/"),
        ("email", "smtp://127.0.0.1:1?from=a@b&to=c@d"),
        ("email", "mailto:c@d"),
        ("log_file", "/proc/no/such/file"),
    ],
)
def test_what_cannot_be_sent_is_refused(key: str, target: str) -> None:
    with pytest.raises(Unavailable, match="notifier-unreachable"):
        NOTIFIERS[key].send(MESSAGE, target)


def test_a_refused_letter_does_not_tell_the_password() -> None:
    with pytest.raises(Unavailable) as refused:
        NOTIFIERS["email"].send(MESSAGE, "smtp://me:geheim@127.0.0.1:1?from=a@b&to=c@d")
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize("key", list(NOTIFIERS))
def test_every_notifier_says_what_its_target_looks_like(key: str) -> None:
    assert NOTIFIERS[key].target.zh
    assert NOTIFIERS[key].title.en
