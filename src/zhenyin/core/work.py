"""Work that somebody waits for: it has a time limit, and stops when nobody waits any more.

`waited_for` names the work at hand for its thread; whatever takes long calls `check()` between its steps, and hands what
can be interrupted (a cursor) to `stopping`.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from zhenyin.core.errors import Unavailable


class Work:
    """One piece of work. seconds: its time limit; None for none."""

    def __init__(self, seconds: float | None = None) -> None:
        self.seconds, self.stopped = seconds, False
        self._end = None if seconds is None else time.monotonic() + seconds
        self._on_stop: set[Callable[[], None]] = set()
        self._guard = threading.Lock()

    def stop(self) -> None:
        """Nobody waits for it any more: what can be interrupted is, and the next `check` raises. From any thread."""
        with self._guard:
            self.stopped, callbacks = True, list(self._on_stop)
        for callback in callbacks:
            callback()

    def check(self) -> None:
        """Raises Unavailable: `work-cancelled` after `stop`, `work-too-slow` after the time limit."""
        if self.stopped:
            raise Unavailable(
                "work-cancelled", en="Nobody waits for this any more; it was stopped.", zh="请求方已离开，计算已停止。"
            )
        if self._end is not None and time.monotonic() > self._end:
            raise _too_slow(self.seconds or 0.0)

    @contextmanager
    def stopping(self, callback: Callable[[], None]) -> Iterator[None]:
        """Within: `stop` calls this as well."""
        with self._guard:
            self._on_stop.add(callback)
        try:
            yield
        finally:
            with self._guard:
                self._on_stop.discard(callback)


_current: ContextVar[Work | None] = ContextVar("work", default=None)


@contextmanager
def waited_for(work: Work) -> Iterator[Work]:
    """Within: this is the work at hand. Threads that are started with a copy of the context share it."""
    before = _current.set(work)
    try:
        yield work
    finally:
        _current.reset(before)


def current() -> Work | None:
    """The work at hand, if any."""
    return _current.get()


def check() -> None:
    """Raises Unavailable where the work at hand is to stop.

    >>> with waited_for(Work()) as work:
    ...     check()
    ...     work.stop()
    ...     check()
    Traceback (most recent call last):
    ...
    zhenyin.core.errors.Unavailable: Nobody waits for this any more; it was stopped. [work-cancelled]
    """
    if (work := _current.get()) is not None:
        work.check()


def _too_slow(seconds: float) -> Unavailable:
    return Unavailable(
        "work-too-slow",
        en=f"The analysis was stopped after {seconds:g} s. Shorten the period, add a filter, or raise analysis_seconds.",
        zh=f"分析在 {seconds:g} 秒后被终止。请缩短时段、增加筛选条件，或调大设置 analysis_seconds。",
    )
