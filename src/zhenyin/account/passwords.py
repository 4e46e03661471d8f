"""Password hashes (argon2id), made and checked by a few threads of their own: a flood of logins holds up nobody else.

No transaction that writes may be open meanwhile: a hash takes as long as a thousand writes.
"""

import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

from pwdlib import PasswordHash

from zhenyin.core.errors import Invalid, RateLimited

SHORTEST, LONGEST = 10, 1_000
"""Characters of a password."""
THREADS, MOST_WAITING = 2, 16
"""A hash takes 64 MiB while it is made."""

_HASHER = PasswordHash.recommended()
_POOL = ThreadPoolExecutor(THREADS, "password")
_PLACES = threading.BoundedSemaphore(MOST_WAITING)
T = TypeVar("T")


class Hash(str):
    """A password's hash, told from the password by its type."""

    __slots__ = ()


def hashed(password: str, login: str) -> Hash:
    """The hash that is kept. Raises Invalid (`password-weak`), RateLimited (`login-busy`)."""
    if not SHORTEST <= len(password) <= LONGEST or password.lower() == login:
        raise Invalid(
            "password-weak",
            en=f"A password needs {SHORTEST} to {LONGEST:,} characters and must differ from the login.",
            zh=f"密码需为 {SHORTEST} 到 {LONGEST:,} 个字符，且不能与账号相同。",
        )
    return Hash(_in_turn(lambda: _HASHER.hash(password)))


def verify(password: str, kept: str | None) -> tuple[bool, str | None]:
    """Whether the password is that of a hash, and a better hash where the kept one is of an older kind.

    Who guesses logins learns nothing from the time an answer takes: without a hash (None) one is checked too.
    Raises RateLimited (`login-busy`).
    """
    if len(password) > LONGEST:
        return False, None
    right, better = _in_turn(lambda: _HASHER.verify_and_update(password, kept or _nobodys()))
    return right and kept is not None, better


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_hex())


def _in_turn(work: Callable[[], T]) -> T:
    if not _PLACES.acquire(blocking=False):
        raise RateLimited(
            "login-busy",
            en="Too many logins at once. Try again in a moment.",
            zh="同时登录的人过多，请稍后再试。",
            retry_after=2,
        )
    try:
        return _POOL.submit(work).result()
    finally:
        _PLACES.release()
