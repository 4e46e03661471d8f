"""Guessing passwords is slow: by account, by address, by both, and over restarts; and shuts nobody else out."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.engine import Connection

from zhenyin.account import attempts
from zhenyin.account.attempts import PER_ACCOUNT, PER_ADDRESS, PER_PAIR, WINDOW
from zhenyin.core.errors import RateLimited
from zhenyin.core.settings import Settings
from zhenyin.job.workspace import opened

AT = datetime(2026, 3, 5, 9)


def _try(db: Connection, login: str, address: str, at: datetime = AT) -> bool:
    try:
        attempts.begin(db, login, address, at)
    except RateLimited:
        return False
    return True


def test_five_attempts_close_the_door_and_say_for_how_long(db: Connection) -> None:
    assert all(_try(db, "ann", "10.0.0.1") for _ in range(PER_PAIR))
    later = AT + timedelta(minutes=1)
    with pytest.raises(RateLimited) as refused:
        attempts.begin(db, "ann", "10.0.0.1", later)
    assert refused.value.retry_after == (WINDOW - timedelta(minutes=1)).total_seconds()
    assert _try(db, "ann", "10.0.0.2", later)
    assert _try(db, "bob", "10.0.0.1", later)
    assert _try(db, "ann", "10.0.0.1", AT + WINDOW)


def test_an_account_that_many_addresses_guess_at_is_closed_to_new_ones(db: Connection) -> None:
    assert all(_try(db, "ann", f"10.0.0.{n}") for n in range(PER_ACCOUNT))
    assert not _try(db, "ann", "10.1.1.1")
    assert _try(db, "bob", "10.1.1.1")


def test_an_address_that_tries_many_logins_is_stopped_too(db: Connection) -> None:
    assert all(_try(db, f"user{n}", "10.0.0.1") for n in range(PER_ADDRESS))
    assert not _try(db, "somebody", "10.0.0.1")


def test_who_logged_in_from_there_is_not_shut_out_by_others(db: Connection) -> None:
    number = attempts.begin(db, "ann", "10.0.0.1", AT - timedelta(days=3))
    attempts.succeeded(db, number, "ann", "10.0.0.1")
    for n in range(PER_ADDRESS):
        _try(db, f"user{n}", "10.0.0.1")
    for n in range(PER_ACCOUNT):
        _try(db, "ann", f"10.9.0.{n}")
    assert not _try(db, "bob", "10.0.0.1")
    assert not _try(db, "ann", "10.1.1.1")
    assert all(_try(db, "ann", "10.0.0.1") for _ in range(PER_PAIR))
    assert not _try(db, "ann", "10.0.0.1")


def test_a_right_password_forgets_the_failures_of_that_login(db: Connection) -> None:
    for _ in range(PER_PAIR - 1):
        _try(db, "ann", "10.0.0.1")
    attempts.succeeded(db, attempts.begin(db, "ann", "10.0.0.1", AT), "ann", "10.0.0.1")
    assert all(_try(db, "ann", "10.0.0.1") for _ in range(PER_PAIR))


def test_of_ipv6_a_line_is_one_address(db: Connection) -> None:
    assert all(_try(db, "ann", f"2001:db8::{n}") for n in range(1, PER_PAIR + 1))
    assert not _try(db, "ann", "2001:db8::ffff")
    assert _try(db, "ann", "2001:db8:0:1::1")


def test_a_restart_forgets_nothing(settings: Settings) -> None:
    with opened(settings) as first, first.store.begin() as db:
        assert all(_try(db, "ann", "10.0.0.1") for _ in range(PER_PAIR))
    with opened(settings) as second, second.store.begin() as db:
        assert not _try(db, "ann", "10.0.0.1")


def test_strangers_fill_no_disk(db: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "MOST_KEPT", 50)
    for n in range(200):
        _try(db, f"user{n}", f"10.0.{n // 250}.{n}")
    kept = db.exec_driver_sql("SELECT count(*) FROM login_attempts").scalar_one()
    assert kept <= 51
