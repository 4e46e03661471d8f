"""Who has the data folder: the process that holds the lock on `zhenyin.lock`. It ends with the process."""

import fcntl
import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from zhenyin.client import unix_socket
from zhenyin.core.private_files import FOLDER_MODE
from zhenyin.core.words import Words

LOCK = "zhenyin.lock"
_SECONDS_BETWEEN_TRIES = 0.1
_SECONDS_BEFORE_WORDS = 1.0


@dataclass(frozen=True, slots=True)
class Lock:
    """The data folder is ours until `release`, or until this process ends."""

    file: IO[str]

    def note(self, **what: Any) -> None:
        """Write into the lock file who we are, for people and for `zhenyin doctor`."""
        self.file.seek(0)
        self.file.truncate()
        json.dump({"pid": os.getpid(), **what}, self.file)
        self.file.flush()

    def release(self) -> None:
        self.file.truncate(0)
        self.file.close()


def take(folder: Path) -> Lock | None:
    """The lock, or None while another process has it."""
    folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
    file = (folder / LOCK).open("a+", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    lock = Lock(file)
    lock.note(kind="command")
    return lock


def owner(folder: Path) -> dict[str, Any] | None:
    """What the owner wrote about itself; None when nobody has the folder."""
    try:
        return dict(json.loads((folder / LOCK).read_text("utf-8")))
    except (OSError, ValueError):
        return None


def take_or_find(folder: Path, on_wait: Callable[[Words], None]) -> Lock | None:
    """The lock, or None when its owner serves the socket. Waits for an owner that does not.

    on_wait: called once, after a second, with the words that say who is waited for; what it raises ends the wait.
    """
    started, announced = time.monotonic(), False
    while True:
        if lock := take(folder):
            return lock
        if unix_socket.answers(folder):
            return None
        if not announced and time.monotonic() - started > _SECONDS_BEFORE_WORDS:
            on_wait(_waiting(folder))
            announced = True
        time.sleep(_SECONDS_BETWEEN_TRIES)


def _waiting(folder: Path) -> Words:
    pid = (owner(folder) or {}).get("pid", "?")
    return Words(
        f"另一个命令（进程 {pid}）正在使用 {folder}，等待其结束…",
        f"Another command (process {pid}) is at work in {folder}; waiting until it ends ...",
    )
