"""How often somebody may guess a password: counted before it is checked, by account, by address, and by both together.

The counts lie in the store, so that a restart does not clear them. Where somebody logged in before, others cannot shut
them out: neither wrong guesses at the account from elsewhere nor guesses at other accounts from a shared address count.
"""

from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from math import ceil

from sqlalchemy.engine import Connection

from zhenyin.account import store
from zhenyin.core.errors import RateLimited

WINDOW = timedelta(minutes=15)
REMEMBERED = timedelta(days=60)
"""For so long an address is known as one that an account logs in from."""
PER_PAIR, PER_ACCOUNT, PER_ADDRESS = 5, 20, 60
"""Attempts within the window that did not succeed."""
MOST_KEPT = 20_000


def begin(db: Connection, login: str, address: str, at: datetime) -> int:
    """Count an attempt; returns its number, for `succeeded`. Raises RateLimited where there were too many.

    Two at once cannot both be the last one allowed: the transaction writes, and is over before the password is checked.
    """
    login, address = login[:80], network_of(address)
    store.forget_attempts(db, at - WINDOW, at - REMEMBERED, MOST_KEPT)
    known = store.has_logged_in(db, login, address)
    limits: list[tuple[int, str | None, str | None]] = [(PER_PAIR, login, address)]
    limits += [] if known else [(PER_ACCOUNT, login, None), (PER_ADDRESS, None, address)]
    for allowed, of_login, of_address in limits:
        earlier = store.failed_attempts(db, of_login, of_address, at - WINDOW)
        if len(earlier) >= allowed:
            raise _too_often(ceil((earlier[-allowed] + WINDOW - at).total_seconds()))
    return store.insert_attempt(db, login, address, at)


def succeeded(db: Connection, number: int, login: str, address: str) -> None:
    """The password was right: the earlier failures of this account at this address are forgotten."""
    store.note_success(db, number, login[:80], network_of(address))


def network_of(address: str) -> str:
    """What is counted as one address: of IPv6 the /64, which one line has wholly.

    >>> network_of("2001:db8::5"), network_of("10.0.0.1"), network_of("::ffff:10.0.0.1"), network_of("testclient")
    ('2001:db8::/64', '10.0.0.1', '10.0.0.1', 'testclient')
    """
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return address[:64]
    if isinstance(known, IPv6Address):
        if known.ipv4_mapped:
            return str(known.ipv4_mapped)
        return f"{IPv6Address(int(known) >> 64 << 64)}/64"
    return str(known)


def _too_often(seconds: int) -> RateLimited:
    minutes = ceil(seconds / 60)
    return RateLimited(
        "login-too-often",
        en=f"Too many failed logins. Try again in {minutes} min.",
        zh=f"登录失败次数过多，请在 {minutes} 分钟后再试。",
        retry_after=max(seconds, 1),
    )
