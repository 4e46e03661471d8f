"""Against the forecast a season is no news, and what left the forecast is."""

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from fixtures_facts import put, ticket
from zhenyin.core.errors import Invalid
from zhenyin.explain.forecast_baseline import forecast_baseline
from zhenyin.explain.service import explain
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

FIRST, DAYS = date(2025, 4, 7), 224
NOW = Period(FIRST + timedelta(days=DAYS - 14), FIRST + timedelta(days=DAYS))


def company(raised: dict[str, str], factor: float = 4.0) -> list[dict[str, Any]]:
    """32 weeks of tickets, by weekday and with air conditioners on the decline; `raised` has more in the last two weeks."""
    dice = np.random.default_rng(4)
    made: list[dict[str, Any]] = []
    for day in range(DAYS):
        at = FIRST + timedelta(days=day)
        for line, level in (("空调", 5.0 * 0.995**day), ("门锁", 3.0)):
            for fault in ("漏水", "异响"):
                for province in ("北京市", "四川省", "浙江省", "广东省"):
                    given = {"product_line": line, "fault": fault, "province": province}
                    bad = at >= NOW.start and raised.items() <= given.items()
                    mean = level * (0.5 if at.weekday() >= 5 else 1.0) * (factor if bad else 1.0)
                    for _ in range(int(dice.poisson(mean))):
                        made.append(
                            ticket(len(made), datetime.combine(at, datetime.min.time()) + timedelta(hours=9), **given)
                        )
    # The last day is whole only when something came late in it.
    return [
        *made,
        ticket(len(made), datetime.combine(NOW.end - timedelta(days=1), datetime.min.time()) + timedelta(hours=23)),
    ]


def test_what_left_the_forecast_is_named_and_the_season_is_not(workspace: Workspace) -> None:
    raised = {"product_line": "门锁", "fault": "异响", "province": "四川省"}
    put(workspace.warehouse, "tickets", company(raised))
    found = explain(workspace, "ticket_count", [], NOW, "forecast")
    assert [s.where for s in found.suspects] == [raised]
    # Three a day, and half as many on four of the fourteen days.
    assert found.suspects[0].expected == pytest.approx(36, rel=0.2)
    assert found.suspects[0].low > 2
    assert found.method is not None


def test_nothing_is_named_where_all_came_as_forecast(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company({}, 1.0))
    found = explain(workspace, "ticket_count", [], NOW, "forecast")
    assert (found.suspects, found.outside) == ((), False)
    assert found.observed == pytest.approx(found.expected, rel=0.2)


def test_a_rise_of_everything_lies_outside_of_what_the_forecast_allows(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company({"province": "北京市"}))
    found = explain(workspace, "ticket_count", [Filter.read("province=北京市")], NOW, "forecast")
    assert (found.suspects, found.outside) == ((), True)
    of = forecast_baseline(workspace, "ticket_count", (Filter.read("province=四川省"),), NOW)
    assert of.low < sum(of.expected.values()) < of.high
    assert set(of.expected) >= {"空调", "门锁"}
    assert of.is_outside_interval(2 * of.high)
    assert not of.is_outside_interval((of.low + of.high) / 2)


def test_the_forecast_knows_nothing_of_its_period_nor_beyond_the_data(workspace: Workspace) -> None:
    raised = {"product_line": "门锁", "fault": "异响", "province": "四川省"}
    made = company(raised)
    put(workspace.warehouse, "tickets", made)
    whole = forecast_baseline(workspace, "ticket_count", (), Period(NOW.start, NOW.end + timedelta(days=30)))
    assert whole.period == NOW
    assert sum(whole.expected.values()) < sum(t["created_at"].date() >= NOW.start for t in made)


def test_what_cannot_be_forecast_is_refused(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company({}, 1.0))
    for metric, period, code in (
        ("failure_rate", NOW, "forecast-needs-tickets"),
        ("ticket_count", Period(FIRST + timedelta(days=50), NOW.end), "history-short"),
        ("ticket_count", Period(NOW.end + timedelta(days=5), NOW.end + timedelta(days=9)), "nothing-to-explain"),
    ):
        with pytest.raises(Invalid) as raised:
            explain(workspace, metric, [], period, "forecast")
        assert raised.value.code == code
