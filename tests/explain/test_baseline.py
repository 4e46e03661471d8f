"""The baseline of a count, on leaves that one can count: own history, odds of the controls, mix of the rest."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from tests.explain import cases

from zhenyin.explain import baseline
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.view_counts import View
from zhenyin.stats.leaves import Leaves

DIMS = ("fault", "version", "province")
# fault, version, province, before, now
ROWS = (
    ("漏水", "1", "北京市", 60, 60),
    ("漏水", "2", "北京市", 80, 120),
    ("漏水", "1", "上海市", 60, 60),
    ("漏水", "2", "上海市", 80, 120),
    ("异响", "1", "北京市", 600, 600),
    ("异响", "2", "北京市", 800, 800),
    ("异响", "1", "上海市", 600, 600),
    ("异响", "2", "上海市", 800, 800),
    ("新故障", "1", "北京市", 0, 40),
)


class TableSource:
    """A source of leaves that answers from ROWS. growth: of all tickets of other faults than 漏水 in the period now."""

    def __init__(self, growth: float = 1.0) -> None:
        self.growth = growth

    def candidates(self) -> tuple[str, ...]:
        return DIMS

    def leaves(self, metric: str, dims: Sequence[str], period: Period | None, filters: Sequence[Filter]) -> Leaves:
        kept = [row for row in ROWS if all(row[DIMS.index(f.dimension)] in f.values for f in filters)]
        values = [["", *sorted({str(row[DIMS.index(d)]) for row in ROWS})] for d in dims]
        codes = [[values[i].index(str(row[DIMS.index(d)])) for i, d in enumerate(dims)] for row in kept]
        counts = np.array([self._count(row, period) for row in kept], float)
        return Leaves(
            tuple(dims), values, np.array(codes, int).reshape(len(kept), len(dims)), counts, np.ones(len(kept))
        )

    def _count(self, row: tuple[str, str, str, int, int], period: Period | None) -> float:
        if period is not None and period.start < cases.NOW.start:
            return row[3]
        return row[4] * (1.0 if row[0] == "漏水" else self.growth)


@pytest.mark.parametrize("case", cases.read("baselines.csv"), ids=lambda case: case["case"])
def test_observed_and_expected_of_a_slice(case: cases.Row) -> None:
    filters = tuple(Filter.read(text) for text in case["where"].split(";") if text)
    before = (
        Period(cases.NOW.start - timedelta(days=112), cases.NOW.start)
        if case["compare"] == "two periods"
        else cases.BEFORE
    )
    source = TableSource(2.0 if case["compare"] == "doubled" else 1.0)
    dims = tuple(d for d in DIMS if d not in {f.dimension for f in filters})
    found = baseline.compare_counts(
        source, "ticket_count", filters, dims, cases.NOW, before, before.days / cases.NOW.days
    )
    inside = found.inside(dict([case["slice"].split("=")]))
    assert found.observed[inside].sum() == float(case["observed"])
    assert found.expected[inside].sum() == pytest.approx(float(case["expected"]), rel=0.02)


def test_without_a_history_the_reference_gives_its_mix_and_no_more() -> None:
    fault = (Filter("fault", "in", ("新故障",)),)
    found = baseline.compare_counts(
        TableSource(), "ticket_count", fault, ("version", "province"), cases.NOW, cases.BEFORE, 1.0
    )
    # 40 tickets of it, and 3,160 others: 1,320 of version 1, and 1,840 of version 2.
    assert found.expected.sum() == pytest.approx(found.observed.sum())
    for version, count in {"1": 1320, "2": 1840}.items():
        expected = found.expected[found.inside({"version": version})].sum()
        assert expected == pytest.approx(count * 40 / 3160)


def test_the_views_are_those_that_the_comparison_asks_for() -> None:
    fault = (Filter("fault", "in", ("漏水",)),)
    assert baseline.baseline_views(fault, cases.NOW, cases.BEFORE) == (
        View(cases.NOW, fault),
        View(cases.BEFORE, fault),
        View(cases.NOW, ()),
        View(cases.BEFORE, ()),
    )
    assert baseline.baseline_views((), cases.NOW, None) == (View(cases.NOW),)


@pytest.mark.parametrize(
    ("dims", "reference"),
    [
        ((), ()),
        (("fault",), ()),
        (("province",), ()),
        (("province", "fault"), ("province",)),
        (("province", "model"), ("province",)),
        (("category", "fault"), ()),
    ],
)
def test_the_reference_is_the_same_place_with_any_fault_or_the_places_around_it(
    dims: tuple[str, ...], reference: tuple[str, ...]
) -> None:
    filters = tuple(Filter(d, "in", ("x",)) for d in dims)
    assert tuple(f.dimension for f in baseline.reference_filters(filters)) == reference


@pytest.mark.parametrize(
    ("now", "before", "distance"),
    [
        ([1, 1], [1, 1], 0.0),
        ([3, 1], [1, 1], 0.25),
        ([1, 0], [0, 1], 1.0),
        ([0, 0], [2, 2], 0.5),
        ([2, 2], [7, 7], 0.0),
    ],
)
def test_total_variation_is_half_of_what_the_shares_differ_by(
    now: list[float], before: list[float], distance: float
) -> None:
    codes = np.array([0, 1])
    assert baseline.total_variation(codes, np.array(now, float), codes, np.array(before, float)) == pytest.approx(
        distance
    )


def test_a_dimension_whose_shares_shift_by_more_than_a_seventh_is_not_stable() -> None:
    values = [["a", "b"], ["x", "y"]]
    codes = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])

    def of(*counts: float) -> Leaves:
        return Leaves(("moves", "stable"), values, codes, np.array(counts), np.ones(4))

    assert baseline.stable_dimensions(of(50, 50, 10, 10), of(30, 30, 30, 30)) == ["stable"]
    assert baseline.stable_dimensions(of(35, 35, 25, 25), of(30, 30, 30, 30)) == ["moves", "stable"]


def test_a_period_of_another_length_is_scaled() -> None:
    now = Period(date(2026, 3, 1), date(2026, 3, 8))
    found = baseline.compare_counts(
        TableSource(), "ticket_count", (), (), now, Period(date(2026, 1, 1), date(2026, 1, 29)), 4.0
    )
    assert found.periods == 4.0
    assert found.expected.sum() == pytest.approx(sum(row[3] for row in ROWS) / 4)
