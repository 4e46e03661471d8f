"""Standard output and error by thread: a command that runs for another process prints there."""

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Writes(Protocol):
    """What print() needs of a stream."""

    def write(self, text: str, /) -> int: ...
    def flush(self) -> None: ...
    def isatty(self) -> bool: ...


_OUT: ContextVar[Writes | None] = ContextVar("out", default=None)
_ERR: ContextVar[Writes | None] = ContextVar("err", default=None)


class Stream(io.TextIOBase):
    """A text stream that hands every piece of text to a function."""

    encoding = "utf-8"

    def __init__(self, send: Callable[[str], None], terminal: bool) -> None:
        self._send, self._terminal = send, terminal

    def write(self, text: str) -> int:
        if text:
            self._send(text)
        return len(text)

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._terminal


class _ByThread(io.TextIOBase):
    """Stands in for sys.stdout or sys.stderr and passes on to the stream of the thread that writes."""

    encoding = "utf-8"

    def __init__(self, default: Writes, here: ContextVar[Writes | None]) -> None:
        self._default, self._here = default, here

    @property
    def _now(self) -> Writes:
        return self._here.get() or self._default

    def write(self, text: str) -> int:
        return self._now.write(text)

    def flush(self) -> None:
        self._now.flush()

    def isatty(self) -> bool:
        return self._now.isatty()

    def writable(self) -> bool:
        return True


def install() -> None:
    """Called once by a process that runs commands for others."""
    for name, here in (("stdout", _OUT), ("stderr", _ERR)):
        if not isinstance(getattr(sys, name), _ByThread):
            setattr(sys, name, _ByThread(getattr(sys, name), here))


@contextmanager
def routed(out: Writes, err: Writes) -> Iterator[None]:
    """Within: this thread prints to these streams."""
    tokens = _OUT.set(out), _ERR.set(err)
    try:
        yield
    finally:
        _OUT.reset(tokens[0])
        _ERR.reset(tokens[1])
