"""What people are told about the watch over signals."""

from collections.abc import Callable

from tests.web.conftest import Browser

from zhenyin.account.models import Role
from zhenyin.job.house import House
from zhenyin.watch import rules


def test_everybody_may_read_what_a_scan_looks_at_and_for_how_many_false_alarms(
    log_in: Callable[[Role], Browser], house: House
) -> None:
    told = log_in("viewer").get("/api/rules").json()

    assert told["false_alarms_per_week"] == house.settings.false_alarms_per_week
    assert [rule["key"] for rule in told["rules"]] == ["weekly", "daily", "topic"] + ["gap"] * len(rules.GAPS) + [
        "limit"
    ] * len(rules.LIMITS)
    assert all(rule["title"]["zh"] and rule["metric"]["en"] for rule in told["rules"])
