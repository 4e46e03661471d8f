"""What a running job is handed: a way to say how far it is, which also tells it that nobody wants it any more."""

import time
from collections.abc import Callable

from zhenyin.core.words import Words
from zhenyin.warehouse.gateway import Cancel

SECONDS_BETWEEN_REPORTS = 0.5

ProgressCallback = Callable[[float, Words], None]
"""Takes the share done (0 to 1) and what is being done."""


def no_progress(_done: float, _words: Words) -> None:
    """Progress that nobody watches."""


def part(whole: ProgressCallback, begin: float, end: float) -> ProgressCallback:
    """Progress of one part of a job, from 0 to 1, told as that of the whole.

    >>> part(lambda done, _words: print(done), 0.5, 1.0)(0.5, Words("扫描", "Scanning"))
    0.75
    """
    return lambda done, words: whole(begin + (end - begin) * done, words)


class Cancelled(Exception):
    """Somebody cancelled the job; what it has begun is undone on the way out."""


class Progress:
    """Call it with the share done (0 to 1) and what is being done. Hand `cancel` to warehouse queries."""

    def __init__(self, report: ProgressCallback) -> None:
        self.cancel = Cancel()
        self._report = report
        self._last = float("-inf")

    def __call__(self, done: float, words: Words) -> None:
        """Raises Cancelled once the job was cancelled. Reports are kept at most every half second."""
        if self.cancel.raised:
            raise Cancelled
        moment = time.monotonic()
        if moment - self._last >= SECONDS_BETWEEN_REPORTS:
            self._last = moment
            self._report(min(max(done, 0.0), 1.0), words)
