"""Months in service explain a change as bands that the data cuts."""

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from fixtures_facts import put, ticket
from zhenyin.explain.binning import bin_filter
from zhenyin.explain.service import explain
from zhenyin.explain.source import WarehouseSource
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.view_counts import View, view_counts

FIRST = date(2026, 1, 5)
NOW = Period(FIRST + timedelta(weeks=8), FIRST + timedelta(weeks=16))
YOUNG = (4, 8)


@pytest.fixture
def aged(workspace: Workspace) -> Workspace:
    """Sixteen weeks of tickets of units up to two years old; those from 4 to 8 months of model B come thrice as often now."""
    dice = np.random.default_rng(6)
    made: list[dict[str, Any]] = []
    for day in range(112):
        at = datetime.combine(FIRST + timedelta(days=day), datetime.min.time())
        for model in ("A", "B", "C"):
            for age in range(24):
                bad = at.date() >= NOW.start and model == "B" and YOUNG[0] <= age <= YOUNG[1]
                for _ in range(int(dice.poisson(1.8 if bad else 0.6))):
                    sold = at - timedelta(days=30.4375 * (age + 0.5))
                    made.append(ticket(len(made), at, model=model, sold_at=sold))
    put(workspace.warehouse, "tickets", made)
    return workspace


def test_the_age_at_which_units_fail_is_named_as_a_band(aged: Workspace) -> None:
    top = explain(aged, "ticket_count", [], NOW).suspects[0]
    assert top.where == {"model": "B", "age": "4..8"}
    assert top.low < 3 < top.high
    assert "在保月龄 4..8" in top.sentence.zh


def test_a_band_is_the_filter_that_gives_its_tickets(aged: Workspace) -> None:
    view = View(NOW)
    found = view_counts(aged.warehouse, "ticket_count", ("age",), [view], bands={"age": [4, 9]})
    got = dict(zip((found.values[0][c] for c in found.codes[:, 0]), found.totals[0].tolist(), strict=True))
    assert set(got) == {"..3", "4..8", "9.."}
    for band, count in got.items():
        filters = (bin_filter("age", band),)
        assert WarehouseSource(aged).leaves("ticket_count", (), NOW, filters).numerator.sum() == count > 0


def test_the_age_of_units_sold_together_goes_up_by_itself_and_explains_nothing(workspace: Workspace) -> None:
    dice = np.random.default_rng(1)
    sold = datetime(2025, 10, 1)
    made: list[dict[str, Any]] = []
    for day in range(112):
        at = datetime.combine(FIRST + timedelta(days=day), datetime.min.time())
        for batch, since in (("new", sold), ("old", sold - timedelta(days=400))):
            for fault in ("漏水", "异响"):
                bad = batch == "new" and fault == "漏水" and at.date() >= NOW.start
                for _ in range(int(dice.poisson(9.0 if bad else 3.0))):
                    made.append(ticket(len(made), at, batch=batch, fault=fault, sold_at=since))
    put(workspace.warehouse, "tickets", made)
    found = explain(workspace, "ticket_count", [Filter.read("batch=new")], NOW)
    assert [s.where for s in found.suspects] == [{"fault": "漏水"}]
    assert "age" not in found.dims


def test_an_age_that_is_asked_for_is_not_looked_for_again(aged: Workspace) -> None:
    assert WarehouseSource(aged).numeric_dimensions("ticket_count", ()) == ("age",)
    assert WarehouseSource(aged).numeric_dimensions("ticket_count", (Filter.read("age=4..8"),)) == ()
    assert WarehouseSource(aged).numeric_dimensions("customer_count", ()) == ()
    assert WarehouseSource(aged, ("model",)).numeric_dimensions("ticket_count", ()) == ()
