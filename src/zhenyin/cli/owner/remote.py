"""The socket in the data folder: the owner of the workspace runs other processes' commands (decision 0002)."""

import json
import os
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from zhenyin.cli.owner.lock import SOCKET
from zhenyin.cli.owner.output import Stream, routed
from zhenyin.cli.owner.wire import Request, frame
from zhenyin.core.errors import Unavailable

if TYPE_CHECKING:
    from zhenyin.job.workspace import Workspace

_LONGEST_ADDRESS = 100
_SECONDS_FOR_LAST_COMMANDS = 60.0


def answers(folder: Path) -> bool:
    """Whether the owner of the folder runs commands for others."""
    with suppress(OSError), _connected(folder):
        return True
    return False


def send(folder: Path, request: Request) -> int:
    """Run a command in the owner; its output appears here. Returns its exit code."""
    with _connected(folder) as connection, connection.makefile("rb") as answer:
        connection.sendall(request.encode())
        for line in answer:
            told = json.loads(line)
            if "exit" in told:
                return int(told["exit"])
            for name, stream in (("out", sys.stdout), ("err", sys.stderr)):
                if name in told:
                    stream.write(told[name])
                    stream.flush()
    raise Unavailable(
        "owner-gone",
        en="The server stopped before the command ended; what it had begun is undone. Run it again.",
        zh="服务在命令完成前已停止，未完成的部分已撤销。请重新运行。",
    )


class Listener:
    """Accepts commands on the socket until closed, each in a thread of its own."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._commands: set[threading.Thread] = set()
        self._socket = _bind(workspace.settings.data_dir)
        threading.Thread(target=self._accept, name="socket", daemon=True).start()

    def close(self) -> None:
        """Take no more commands, and wait for those that run."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        (self._workspace.settings.data_dir / SOCKET).unlink(missing_ok=True)
        for thread in list(self._commands):
            thread.join(_SECONDS_FOR_LAST_COMMANDS)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), name="command", daemon=True)
            self._commands.add(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        from zhenyin.cli.owner.command import run

        try:
            # Whoever is gone in the middle makes the next write fail, which ends the command and undoes its work.
            with connection, connection.makefile("rb") as lines, suppress(ConnectionError):
                if line := lines.readline():
                    connection.sendall(frame(exit=run(self._workspace, Request.decode(line), connection)))
        finally:
            self._commands.discard(threading.current_thread())


@contextmanager
def output_to(connection: socket.socket, terminal: bool) -> Iterator[None]:
    """Within: what this thread prints goes to the caller."""
    out, err = (
        Stream(lambda text, name=name: connection.sendall(frame(**{name: text})), terminal)  # type: ignore[misc]
        for name in ("out", "err")
    )
    with routed(out, err):
        yield


@contextmanager
def _address(folder: Path) -> Iterator[str]:
    """The socket's address. The kernel takes about 100 bytes: a longer path goes by way of the open folder."""
    path = str(folder / SOCKET)
    if len(os.fsencode(path)) <= _LONGEST_ADDRESS:
        yield path
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{opened}/{SOCKET}"
    finally:
        os.close(opened)


@contextmanager
def _connected(folder: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX) as connection, _address(folder) as address:
        connection.connect(address)
        yield connection


def _bind(folder: Path) -> socket.socket:
    (folder / SOCKET).unlink(missing_ok=True)
    server = socket.socket(socket.AF_UNIX)
    with _address(folder) as address:
        server.bind(address)
        # Nobody can connect before listen(), and then only this user can.
        (folder / SOCKET).chmod(0o600)
        server.listen()
    return server
