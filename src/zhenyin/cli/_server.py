"""The web server: one app on two sockets, for the network with a login, and for the folder's owner without one."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from zhenyin.client import unix_socket
from zhenyin.web.local import LocalOperator

# Pages reconnect; a command that is under way is let to end.
_SECONDS_FOR_PAGES = 3
_SECONDS_FOR_COMMANDS = 60


class _LocalServer(uvicorn.Server):
    """The server on the Unix socket. Signals are for the server of the network, which ends this one."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def run(app: Any, listening: socket.socket, folder: Path) -> None:
    """Serve until a signal comes."""
    public = uvicorn.Server(_config(app, _SECONDS_FOR_PAGES))
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


def _config(app: Any, seconds: int) -> uvicorn.Config:
    return uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=seconds)
