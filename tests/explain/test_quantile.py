"""A quantile that moved is explained by whose tickets lie above the old level, and confirmed by its own quantile."""

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from fixtures_facts import put, ticket
from zhenyin.core.errors import Invalid
from zhenyin.explain.method import LEVEL_EXCEEDANCE
from zhenyin.explain.presentation import chart_of
from zhenyin.explain.service import explain
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

FIRST = date(2026, 1, 5)
NOW = Period(FIRST + timedelta(weeks=4), FIRST + timedelta(weeks=8))


def company(slow: dict[str, str], factor: float = 3.0, seed: int = 2) -> list[dict[str, Any]]:
    """Eight weeks of tickets; those of `slow` take a factor longer in the last four. Hours are log-normal around 8."""
    dice = np.random.default_rng(seed)
    made: list[dict[str, Any]] = []
    for number in range(6_000):
        at = datetime.combine(FIRST, datetime.min.time()) + timedelta(minutes=int(dice.integers(8 * 7 * 24 * 60)))
        given = {
            "product": str(dice.choice(["A", "B", "C", "D"])),
            "province": str(dice.choice(["北京市", "上海市", "四川省"])),
            "channel": str(dice.choice(["APP", "微信"])),
        }
        late = at.date() >= NOW.start and slow.items() <= given.items()
        hours = float(dice.lognormal(np.log(8), 0.6)) * (factor if late else 1.0)
        made.append(ticket(number, at, **given, resolved_at=at + timedelta(seconds=int(hours * 3600))))
    return made


@pytest.mark.parametrize("metric", ["resolution_hours_median", "resolution_hours_p90"])
def test_the_slice_that_got_slower_is_named_with_its_quantiles(workspace: Workspace, metric: str) -> None:
    slow = {"product": "B", "province": "北京市"}
    put(workspace.warehouse, "tickets", company(slow))
    found = explain(workspace, metric, [], NOW)
    assert [s.where for s in found.suspects] == [slow]
    top = found.suspects[0]
    assert top.low < 3.0 < top.high
    assert top.observed == pytest.approx(3 * top.expected, rel=0.25)
    assert f"{top.observed:.3g}" in top.sentence.zh
    assert found.observed > found.expected
    assert chart_of(found) is None
    assert found.method == LEVEL_EXCEEDANCE


def test_nothing_is_named_where_nothing_got_slower(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company({}, factor=1.0))
    found = explain(workspace, "resolution_hours_p90", [], NOW)
    assert found.suspects == ()
    assert "no further than chance" in found.sentence.en


def test_a_slice_is_held_against_the_rest(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company({"product": "B", "province": "北京市"}))
    found = explain(workspace, "resolution_hours_median", [Filter.read("province=北京市")], NOW, "rest")
    assert [s.where for s in found.suspects] == [{"product": "B"}]


def test_without_tickets_there_is_nothing_to_explain(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", company({}, 1.0)[:50])
    with pytest.raises(Invalid) as raised:
        explain(workspace, "resolution_hours_p90", [], Period(date(2027, 1, 1), date(2027, 2, 1)))
    assert raised.value.code == "nothing-to-explain"
    with pytest.raises(Invalid) as raised:
        explain(workspace, "resolution_hours_p90", [Filter.read("province~京")], NOW, "rest")
    assert raised.value.code == "rest-needs-values"
