"""The API over HTTP/1.1: by TCP, by TLS, or by the Unix socket of a data folder."""

import http.client
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from zhenyin.client import unix_socket
from zhenyin.client.transport import Call
from zhenyin.core.errors import Invalid, Unavailable

_PIECE = 1 << 16
_SECONDS = 300.0


class NetworkTransport:
    """A connection for each request, so that threads share nothing.

    where: what is named to the user when nobody answers.
    """

    def __init__(self, where: str, connect: Callable[[], http.client.HTTPConnection], prefix: str = "") -> None:
        self._where, self._connect, self._prefix = where, connect, prefix

    def send(self, call: Call) -> "NetworkReply":
        connection = self._connect()
        try:
            self._request(connection, call)
            return NetworkReply(connection, connection.getresponse())
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            raise _silent(self._where, error) from error
        except BaseException:
            connection.close()
            raise

    def _request(self, connection: http.client.HTTPConnection, call: Call) -> None:
        """Send it. A server that refuses while the body still comes answers, and hangs up: its answer is there to be read."""
        headers = {**call.headers, "Connection": "close"}
        whole = isinstance(call.body, bytes)
        # A server that nobody reaches is no such case.
        connection.connect()
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.request(
                call.method,
                self._prefix + call.target,
                body=call.body or None,
                headers=headers,
                encode_chunked=not whole,
            )

    def close(self) -> None:
        """Nothing is kept open between requests."""


class NetworkReply:
    def __init__(self, connection: http.client.HTTPConnection, response: http.client.HTTPResponse) -> None:
        self._connection, self._response = connection, response
        self.status = response.status
        self.headers: Mapping[str, str] = {name.lower(): value for name, value in response.getheaders()}

    def chunks(self) -> Iterator[bytes]:
        try:
            while piece := self._response.read1(_PIECE):
                yield piece
            # What is left of the announced length: `read1` ends without a word where the connection breaks off.
            if self._response.length:
                raise http.client.IncompleteRead(b"", self._response.length)
        except (OSError, http.client.HTTPException) as error:
            raise _silent(self._connection.host, error) from error
        finally:
            self.close()

    def close(self) -> None:
        self._response.close()
        self._connection.close()


def to_folder(folder: Path) -> NetworkTransport:
    """The process that has the data folder; a query may take as long as that process lets it."""
    return NetworkTransport(str(folder), partial(_UnixConnection, folder))


def to_url(url: str, seconds: float = _SECONDS) -> NetworkTransport:
    """A server by its address, such as https://zhenyin.example.com. Raises Invalid for what is no such address."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Invalid(
            "address-invalid",
            en=f"{url!r} is not the address of a server. Give one like https://zhenyin.example.com.",
            zh=f"{url} 不是服务地址。请给出形如 https://zhenyin.example.com 的地址。",
        )
    connect: Callable[[], http.client.HTTPConnection]
    if parts.scheme == "https":
        context = ssl.create_default_context()
        connect = partial(http.client.HTTPSConnection, parts.hostname, parts.port, timeout=seconds, context=context)
    else:
        connect = partial(http.client.HTTPConnection, parts.hostname, parts.port, timeout=seconds)
    return NetworkTransport(url, connect, parts.path.rstrip("/"))


class _UnixConnection(http.client.HTTPConnection):
    def __init__(self, folder: Path) -> None:
        super().__init__("localhost")
        self._folder = folder

    def connect(self) -> None:
        self.sock = unix_socket.connect(self._folder)


def _silent(where: str, error: Exception) -> Unavailable:
    why = str(error) or type(error).__name__
    return Unavailable(
        "server-silent",
        en=f"{where} does not answer ({why}). See that the server runs, then try again.",
        zh=f"{where} 没有响应（{why}）。请确认服务正在运行后重试。",
    )
