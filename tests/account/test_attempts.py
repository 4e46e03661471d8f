"""Guessing passwords is slow."""

import pytest

from zhenyin.account.attempts import FAILURES_PER_ADDRESS, FAILURES_PER_LOGIN, WINDOW_SECONDS, Attempts
from zhenyin.core.errors import RateLimited


class Tick:
    """A clock that is moved by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_five_failures_close_the_door_and_say_for_how_long() -> None:
    tick = Tick()
    attempts = Attempts(tick)
    for _ in range(FAILURES_PER_LOGIN):
        attempts.check("ann", "10.0.0.1")
        attempts.failed("ann", "10.0.0.1")
    tick.now += 60
    with pytest.raises(RateLimited) as refused:
        attempts.check("ann", "10.0.0.1")
    assert refused.value.retry_after == WINDOW_SECONDS - 60
    attempts.check("ann", "10.0.0.2")
    attempts.check("bob", "10.0.0.1")
    tick.now += WINDOW_SECONDS - 60
    attempts.check("ann", "10.0.0.1")


def test_an_address_that_tries_many_logins_is_stopped_too() -> None:
    attempts = Attempts(Tick())
    for number in range(FAILURES_PER_ADDRESS):
        attempts.check(f"user{number}", "10.0.0.1")
        attempts.failed(f"user{number}", "10.0.0.1")
    with pytest.raises(RateLimited):
        attempts.check("somebody", "10.0.0.1")


def test_a_right_password_forgets_the_failures_of_that_login() -> None:
    attempts = Attempts(Tick())
    for _ in range(FAILURES_PER_LOGIN - 1):
        attempts.failed("ann", "10.0.0.1")
    attempts.succeeded("ann", "10.0.0.1")
    attempts.failed("ann", "10.0.0.1")
    attempts.check("ann", "10.0.0.1")
