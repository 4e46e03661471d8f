"""How often somebody may guess a password: counted per login and address, and per address."""

import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from math import ceil

from zhenyin.core.errors import RateLimited

WINDOW_SECONDS = 15 * 60
FAILURES_PER_LOGIN = 5
FAILURES_PER_ADDRESS = 30


class Attempts:
    """Failures of the last quarter of an hour. One process serves, so they are kept in its memory."""

    def __init__(self, tick: Callable[[], float] = time.monotonic) -> None:
        self._tick = tick
        self._failures: dict[tuple[str, ...], deque[float]] = defaultdict(deque)
        self._guard = threading.Lock()

    def check(self, login: str, address: str) -> None:
        """Raises RateLimited while either count is used up."""
        with self._guard:
            waits = [self._wait((login, address), FAILURES_PER_LOGIN), self._wait((address,), FAILURES_PER_ADDRESS)]
        if max(waits) > 0:
            raise _too_often(ceil(max(waits)))

    def failed(self, login: str, address: str) -> None:
        with self._guard:
            self._forget()
            for key in ((login, address), (address,)):
                self._failures[key].append(self._tick())

    def succeeded(self, login: str, address: str) -> None:
        with self._guard:
            self._failures.pop((login, address), None)

    def _wait(self, key: tuple[str, ...], allowed: int) -> float:
        self._forget()
        failures = self._failures.get(key, ())
        return failures[-allowed] + WINDOW_SECONDS - self._tick() if len(failures) >= allowed else 0.0

    def _forget(self) -> None:
        oldest = self._tick() - WINDOW_SECONDS
        for key in [key for key, moments in self._failures.items() if moments[-1] <= oldest]:
            del self._failures[key]


def _too_often(seconds: int) -> RateLimited:
    minutes = ceil(seconds / 60)
    return RateLimited(
        "login-too-often",
        en=f"Too many failed logins. Try again in {minutes} min.",
        zh=f"登录失败次数过多，请在 {minutes} 分钟后再试。",
        retry_after=seconds,
    )
