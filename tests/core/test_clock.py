"""The clock tells the company's time."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from zhenyin.core import clock


def test_a_frozen_moment_is_told_in_the_companys_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHENYIN_NOW", "2026-03-05T17:30:00+00:00")
    assert clock.now() == datetime(2026, 3, 6, 1, 30)
    assert clock.today() == date(2026, 3, 6)
    assert clock.today(ZoneInfo("Europe/Berlin")) == date(2026, 3, 5)
