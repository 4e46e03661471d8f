"""The web server: one app on two sockets, for the network with a login, and for the folder's owner without one."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from zhenyin.client import unix_socket
from zhenyin.core.settings import Settings
from zhenyin.web.doorway import AllowedHosts, allowed
from zhenyin.web.local import LocalOperator

# Pages reconnect; a command that is under way is let to end.
_SECONDS_FOR_PAGES = 3
_SECONDS_FOR_COMMANDS = 60
SECONDS_FOR_A_REQUEST = 20.0
"""Within these the head of a request has come, on a new connection and on one that is kept."""


class _LocalServer(uvicorn.Server):
    """The server on the Unix socket. Signals are for the server of the network, which ends this one."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class TimedProtocol(H11Protocol):
    """HTTP/1.1 that closes a connection whose next request is not whole in time: half-sent ones would hold it for ever."""

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect_request()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._is_answering():
            self._stop_waiting()
        elif self._waiting is None:
            self._expect_request()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _expect_request(self) -> None:
        self._waiting = self.loop.call_later(SECONDS_FOR_A_REQUEST, self._give_up)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _give_up(self) -> None:
        self._waiting = None
        if not self._is_answering() and not self.transport.is_closing():
            self.transport.close()


def run(app: Any, listening: socket.socket, settings: Settings) -> None:
    """Serve until a signal comes."""
    folder = settings.data_dir
    guarded = AllowedHosts(app, allowed(settings.host, settings.allowed_hosts))
    public = uvicorn.Server(_config(guarded, _SECONDS_FOR_PAGES, settings.trusted_proxies))
    local = _LocalServer(_config(LocalOperator(app), _SECONDS_FOR_COMMANDS))
    own = unix_socket.bind(folder)
    try:
        with asyncio.Runner(loop_factory=public.config.get_loop_factory()) as runner:
            runner.run(_serve(public, listening, local, own))
    finally:
        own.close()
        (folder / unix_socket.SOCKET).unlink(missing_ok=True)


async def _serve(public: uvicorn.Server, listening: socket.socket, local: uvicorn.Server, own: socket.socket) -> None:
    serving = asyncio.create_task(local.serve(sockets=[own]))
    try:
        await public.serve(sockets=[listening])
    finally:
        local.should_exit = True
        await serving


def _config(app: Any, seconds: int, proxies: str = "") -> uvicorn.Config:
    """proxies: whose X-Forwarded-For says where a request comes from; nobody's where it is empty."""
    return uvicorn.Config(
        app,
        http=TimedProtocol,
        ws="none",
        log_config=None,
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=seconds,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=[one.strip() for one in proxies.split(",") if one.strip()],
        server_header=False,
    )
