"""Since when: the first day of each suspect, by what is like it."""

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from fixtures_facts import put, ticket
from zhenyin.explain.models import ExplainCompare
from zhenyin.explain.service import explain
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

FIRST = date(2026, 1, 5)
DAYS = 112
NOW = Period(FIRST + timedelta(days=56), FIRST + timedelta(days=DAYS))
BEGAN = 70
PRODUCTS, PROVINCES = ("A", "B", "C", "D"), ("北京市", "上海市", "四川省")
SLOW = {"product": "B", "province": "北京市"}


def company(more: float = 1.0, slower: float = 1.0, since: int = BEGAN) -> list[dict[str, Any]]:
    """Sixteen weeks of tickets, fewer on weekends. From day `since` on SLOW has more of them, or takes longer."""
    dice, made = np.random.default_rng(5), []
    for day in range(DAYS):
        for product in PRODUCTS:
            for province in PROVINCES:
                given = {"product": product, "province": province}
                hit = given == SLOW and day >= since
                level = (6.0 if day % 7 < 5 else 3.0) * (more if hit else 1.0)
                for _ in range(int(dice.poisson(level))):
                    at = datetime.combine(FIRST + timedelta(days=day), datetime.min.time()) + timedelta(hours=9)
                    hours = float(dice.lognormal(np.log(8), 0.5)) * (slower if hit else 1.0)
                    made.append(ticket(len(made), at, **given, resolved_at=at + timedelta(hours=hours)))
    return made


@pytest.mark.parametrize("began", [40, BEGAN, 90])
def test_the_day_is_told_on_which_a_slice_left_its_level_be_it_before_the_period(
    workspace: Workspace, began: int
) -> None:
    put(workspace.warehouse, "tickets", company(more=3.0, since=began))
    (top,) = explain(workspace, "ticket_count", [], NOW).suspects
    assert top.where == SLOW
    assert top.since is not None
    assert abs((top.since - FIRST).days - began) <= 2


def test_a_fall_has_a_first_day_too(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company(more=0.2))
    (top,) = explain(workspace, "ticket_count", [], NOW).suspects
    assert top.since is not None
    assert abs((top.since - FIRST).days - BEGAN) <= 2


@pytest.mark.parametrize(
    ("metric", "compare"), [("resolution_hours_p90", "previous"), ("resolution_hours_median", "rest")]
)
def test_so_has_a_slice_that_takes_longer(workspace: Workspace, metric: str, compare: ExplainCompare) -> None:
    put(workspace.warehouse, "tickets", company(slower=4.0))
    filters = [Filter("product", "in", ("B",))] if compare == "rest" else []
    top = explain(workspace, metric, filters, NOW, compare).suspects[0]
    assert top.where.items() <= SLOW.items()
    assert top.since is not None
    assert abs((top.since - FIRST).days - BEGAN) <= 3


def test_what_came_into_being_with_the_change_is_dated_by_its_first_tickets(workspace: Workspace) -> None:
    rows = company()
    for number, row in enumerate(rows):
        row["version"] = "2" if number % 3 and row["created_at"].date() >= FIRST + timedelta(days=BEGAN) else "1"
        row["fault"] = "漏水" if number % 10 < (5 if row["version"] == "2" else 1) else "异响"
    put(workspace.warehouse, "tickets", rows)
    top = explain(workspace, "ticket_count", [Filter("fault", "in", ("漏水",))], NOW).suspects[0]
    assert top.where == {"version": "2"}
    assert top.since == FIRST + timedelta(days=BEGAN)


def test_what_was_always_so_has_no_first_day(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company(slower=4.0, since=0))
    top = explain(workspace, "resolution_hours_median", [Filter("product", "in", ("B",))], NOW, "rest").suspects[0]
    assert top.where.items() <= SLOW.items()
    assert top.since is None


def test_a_mean_is_dated_by_who_is_behind_it(workspace: Workspace) -> None:
    rows = company()
    for number, row in enumerate(rows):
        late = row["created_at"].date() >= FIRST + timedelta(days=BEGAN)
        row["agent"] = ("甲", "乙", "丙")[number % 3]
        slow = late and row["agent"] == "乙"
        row["first_response_at"] = row["created_at"] + timedelta(minutes=240 if slow else 60)
    put(workspace.warehouse, "tickets", rows)
    top = explain(workspace, "first_response_hours", [], NOW).suspects[0]
    assert top.where == {"agent": "乙"}
    assert top.since is not None
    assert abs((top.since - FIRST).days - BEGAN) <= 1


def test_a_share_is_dated_by_its_own_rows_and_not_by_how_many_there_are(workspace: Workspace) -> None:
    rows = company()
    dice = np.random.default_rng(8)
    for number, row in enumerate(rows):
        day = (row["created_at"].date() - FIRST).days
        # From day 30 on she has more tickets, and from BEGAN on more of hers are reopened.
        row["agent"] = "乙" if number % 6 < (4 if day >= 30 else 1) else "甲"
        row["reopens"] = int(dice.random() < (0.4 if day >= BEGAN and row["agent"] == "乙" else 0.1))
    put(workspace.warehouse, "tickets", rows)
    top = explain(workspace, "reopen_rate", [], NOW).suspects[0]
    assert top.where == {"agent": "乙"}
    assert top.since is not None
    assert abs((top.since - FIRST).days - BEGAN) <= 2
