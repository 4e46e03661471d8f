"""The Unix socket in the data folder, at which the process that has the folder serves the API to its own user."""

import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SOCKET = "zhenyin.sock"
_LONGEST_ADDRESS = 100
_CREDENTIALS = struct.Struct("3i")
_ROOT = 0


class OwnersSocket(socket.socket):
    """A listening socket that takes connections of this process's user and of root alone."""

    def accept(self) -> tuple[socket.socket, object]:
        """The next connection. Raises ConnectionAbortedError, which servers pass over, when it is somebody else's."""
        connection, address = super().accept()
        if peer_user(connection) not in {os.geteuid(), _ROOT}:
            connection.close()
            raise ConnectionAbortedError("The peer is another user.")
        return connection, address


def peer_user(connection: socket.socket) -> int:
    """The user id of the process at the other end, as the kernel noted it when it connected (SO_PEERCRED)."""
    credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    _, user, _ = _CREDENTIALS.unpack(credentials)
    return int(user)


def bind(folder: Path, name: str = SOCKET) -> OwnersSocket:
    """A socket that listens in the folder; one that a killed process left there makes way."""
    (folder / name).unlink(missing_ok=True)
    server = OwnersSocket(socket.AF_UNIX)
    with _address(folder, name) as address:
        server.bind(address)
        # Nobody can connect before listen(), and then only this user can.
        (folder / name).chmod(0o600)
        server.listen()
    return server


def connect(folder: Path, name: str = SOCKET) -> socket.socket:
    """A connection to the process that has the folder. Raises OSError when none listens."""
    connection = socket.socket(socket.AF_UNIX)
    try:
        with _address(folder, name) as address:
            connection.connect(address)
    except OSError:
        connection.close()
        raise
    return connection


def answers(folder: Path) -> bool:
    """Whether the owner of the folder listens."""
    with suppress(OSError), connect(folder):
        return True
    return False


@contextmanager
def _address(folder: Path, name: str) -> Iterator[str]:
    """The socket's address. The kernel takes about 100 bytes: a longer path goes by way of the open folder."""
    path = str(folder / name)
    if len(os.fsencode(path)) <= _LONGEST_ADDRESS:
        yield path
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{opened}/{name}"
    finally:
        os.close(opened)
