"""The socket in the data folder: the owner of the workspace runs other processes' commands (decision 0002)."""

import json
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from zhenyin.cli.owner.output import Stream, routed
from zhenyin.cli.owner.wire import Request, frame
from zhenyin.client import unix_socket
from zhenyin.core.errors import Unavailable

if TYPE_CHECKING:
    from zhenyin.job.workspace import Workspace

SOCKET = "zhenyin-commands.sock"

Run = Callable[["Workspace", Request, socket.socket], int]

_SECONDS_FOR_LAST_COMMANDS = 60.0


def send(folder: Path, request: Request) -> int:
    """Run a command in the owner; its output appears here. Returns its exit code."""
    with unix_socket.connect(folder, SOCKET) as connection, connection.makefile("rb") as answer:
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

    def __init__(self, workspace: "Workspace", run: Run) -> None:
        self._workspace, self._run = workspace, run
        self._commands: set[threading.Thread] = set()
        self._socket = unix_socket.bind(workspace.settings.data_dir, SOCKET)
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
        try:
            # Whoever is gone in the middle makes the next write fail, which ends the command and undoes its work.
            with connection, connection.makefile("rb") as lines, suppress(ConnectionError):
                if line := lines.readline():
                    connection.sendall(frame(exit=self._run(self._workspace, Request.decode(line), connection)))
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
