"""JSON in, JSON out, over a transport: what the commands and the library speak to the API by."""

import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from zhenyin.client import errors
from zhenyin.client.transport import Call, Reply, Transport
from zhenyin.core.words import Language

_PIECE = 1 << 18
_FORM = "multipart/form-data; boundary="

Query = Mapping[str, object]


class ApiConnection:
    """The API below /api. Paths are given without that prefix: `api.get("/metrics")`. May be used by several threads.

    Every method raises a `core.errors.Refusal` with the code and the words of the API when it refuses.
    on_close: what `close` does, once; the transport is closed by default. in_process: whether this process has the folder.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        token: str = "",
        language: Language | None = None,
        on_close: Callable[[], None] | None = None,
        in_process: bool = False,
    ) -> None:
        self.in_process = in_process
        self._transport, self._on_close = transport, on_close or transport.close
        self._closed = False
        self._headers = {"Accept": "application/json"}
        if token:
            self._headers["Authorization"] = f"Bearer {token}"
        if language:
            self._headers["Accept-Language"] = language

    def get(self, path: str, query: Query | None = None) -> Any:
        return self.call("GET", path, query=query)

    def post(self, path: str, body: object = None) -> Any:
        return self.call("POST", path, body)

    def call(self, method: str, path: str, body: object = None, *, query: Query | None = None) -> Any:
        """One request; returns the parsed answer, None for an empty one."""
        return _parsed(self._request(method, path, body, query))

    def call_raw(self, method: str, path: str, body: object = None, *, query: Query | None = None) -> bytes:
        """The same, as it came: what a command prints for `--json`."""
        return b"".join(self._request(method, path, body, query).chunks())

    def upload(self, path: str, file: Path, name: str = "") -> Any:
        """Send a file in the field `file` of a form, as it is read from the disk."""
        boundary = secrets.token_hex(16)
        pieces = _form(file, name or file.name, boundary)
        reply = self._send(Call("POST", _target(path, None), {"Content-Type": _FORM + boundary}, pieces))
        return _parsed(reply)

    def download(self, path: str, file: Path, query: Query | None = None) -> None:
        """Write an answer into a file as it comes; a file that could not be completed is removed."""
        reply = self._send(Call("GET", _target(path, query)))
        try:
            with file.open("wb") as out:
                for piece in reply.chunks():
                    out.write(piece)
        except BaseException:
            file.unlink(missing_ok=True)
            raise

    def close(self) -> None:
        """End what is still under way. A second call does nothing."""
        if not self._closed:
            self._closed = True
            self._on_close()

    def _request(self, method: str, path: str, body: object, query: Query | None) -> Reply:
        headers, encoded = {}, b""
        if body is not None:
            headers["Content-Type"], encoded = "application/json", json.dumps(body, default=str).encode()
        return self._send(Call(method, _target(path, query), headers, encoded))

    def _send(self, call: Call) -> Reply:
        reply = self._transport.send(Call(call.method, call.target, {**self._headers, **call.headers}, call.body))
        if reply.status >= 300:
            raise errors.refusal(reply.status, b"".join(reply.chunks()), reply.headers)
        return reply


def _parsed(reply: Reply) -> Any:
    """The JSON of an answer, None for an empty one. Raises Unavailable (`answer-unreadable`) for anything else."""
    answer = b"".join(reply.chunks())
    try:
        return json.loads(answer) if answer else None
    except ValueError:
        raise errors.unreadable(reply.status, answer) from None


def _target(path: str, query: Query | None) -> str:
    """The path, its segments encoded, and the query: None is left out, a list is repeated, a flag is true or false."""
    given = {name: _plain(value) for name, value in (query or {}).items() if value is not None}
    words = urlencode(given, doseq=True)
    return f"/api{quote(path, safe='/%')}" + (f"?{words}" if words else "")


def _plain(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    return [_plain(one) for one in value] if isinstance(value, (list, tuple)) else value


def _form(file: Path, name: str, boundary: str) -> Iterator[bytes]:
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    head = f'Content-Disposition: form-data; name="file"; filename="{quoted}"'
    yield f"--{boundary}\r\n{head}\r\nContent-Type: application/octet-stream\r\n\r\n".encode()
    yield from _pieces(file)
    yield f"\r\n--{boundary}--\r\n".encode()


def _pieces(file: Path) -> Iterable[bytes]:
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE):
            yield piece
