"""The rate that the parents of a slice predict."""

from typing import Any

import numpy as np
import pytest
from tests.watch.cubes import cases, names

from zhenyin.question.weekly import Table
from zhenyin.watch.scan.parent_rates import parent_rates
from zhenyin.watch.scan.slice_families import SliceFamily
from zhenyin.watch.scan.slices import Slices, assemble

CASES = cases("parent_rates")
RECENT = 2


def table(**events: float) -> Table:
    """Weekly figures of three old and two recent weeks, `events` in all of the old ones."""
    return {tuple(key.split("_")): np.array([n / 3, n / 3, n / 3, 0.0, 0.0]) for key, n in events.items()}


def tables() -> list[tuple[SliceFamily, Table, Table]]:
    """One fault by two dimensions: twice its rate in x and in u, half in y and in v."""
    at_risk = {"x": 200.0, "y": 200.0}, {"u": 200.0, "v": 200.0}
    both = {"x_u": 100.0, "x_v": 100.0, "y_u": 100.0, "y_v": 100.0}
    return [
        (SliceFamily(("fault",), (), True), table(f=40), {(): np.array([400 / 3] * 3 + [1.0, 1.0])}),
        (SliceFamily(("fault", "a"), ("a",), True), table(f_x=30, f_y=10), _used(at_risk[0])),
        (SliceFamily(("fault", "b"), ("b",), True), table(f_u=30, f_v=10), _used(at_risk[1])),
        (SliceFamily(("fault", "a", "b"), ("a", "b"), True), table(f_x_u=20, f_x_v=10, f_y_u=10, f_y_v=0), _used(both)),
    ]


def _used(units: dict[str, float]) -> Table:
    return {key: weeks + np.array([0.0, 0.0, 0.0, 1.0, 1.0]) for key, weeks in table(**units).items()}


@pytest.fixture(scope="module")
def slices() -> Slices:
    return assemble(tables(), RECENT, least=0.0)


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_the_rate_of_the_parents(slices: Slices, case: dict[str, Any]) -> None:
    assert slices.parents is not None
    assert slices.parents[slices.where.index(case["where"])] == pytest.approx(case["rate"], abs=0.0006)


def test_recent_weeks_predict_nothing_of_themselves(slices: Slices) -> None:
    raised = tables()
    raised[0][1][("f",)][-RECENT:] = 1_000.0
    again = assemble(raised, RECENT, least=0.0)
    assert again.parents == pytest.approx(slices.parents)


def test_nothing_at_risk_predicts_nothing() -> None:
    family = SliceFamily(("fault",), (), True)
    none = assemble([(family, table(f=0), {(): np.array([0.0, 0.0, 0.0, 1.0, 1.0])})], RECENT, least=0.0)
    assert parent_rates(none, [(family, table(f=0), {(): np.zeros(5)})], RECENT).tolist() == [0.0]
