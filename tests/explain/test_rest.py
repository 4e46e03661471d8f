"""A rate against the rest: tickets per unit in service, on units and tickets that one can count."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from fixtures_cases import table
from fixtures_facts import in_service, put, ticket
from zhenyin.core import settings
from zhenyin.explain.models import Explanation
from zhenyin.explain.presentation import present_explanation
from zhenyin.explain.service import explain
from zhenyin.explain.source import WarehouseSource
from zhenyin.job.workspace import Workspace, opened
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.stats.expected_counts import expected_by_exposure
from zhenyin.stats.leaves import Leaves

FEBRUARY = Period(date(2026, 2, 1), date(2026, 3, 1))
UNITS = {"W1": (1000, 1000), "W2": (500, 500), "W3": (250, 250), "W4": (400, 100)}
"""Units in service of each model in 北京市 and in 上海市: W1 and W2 are one product, W3 and W4 the other."""
TICKETS = (
    # model, fault, in 北京市, in 上海市: in all a fifth of the units of W1 and W2, two fifths of W3, four fifths of W4
    ("W1", "漏水", 100, 100),
    ("W1", "异响", 100, 100),
    ("W2", "漏水", 50, 50),
    ("W2", "异响", 50, 50),
    ("W3", "漏水", 75, 75),
    ("W3", "异响", 25, 25),
    ("W4", "漏水", 160, 40),
    ("W4", "异响", 160, 40),
)
PROVINCES = ("北京市", "上海市")
PRODUCTS = {"W1": "窗机", "W2": "窗机", "W3": "柜机", "W4": "柜机"}


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Only to be read: UNITS and TICKETS, in February 2026."""
    with opened(settings.load(data_dir=tmp_path_factory.mktemp("company"))) as workspace:
        made: list[dict[str, Any]] = []
        for model, fault, *counts in TICKETS:
            for province, count in zip(PROVINCES, counts, strict=True):
                given = {"product": PRODUCTS[model], "model": model, "fault": fault, "province": province}
                at = (datetime(2026, 2, 1, 9) + timedelta(days=i * 28 // count) for i in range(count))
                made += [ticket(len(made) + i, day, city=province[:2], **given) for i, day in enumerate(at)]
        put(workspace.warehouse, "tickets", [*made, ticket(len(made), datetime(2026, 3, 1), kind="咨询")])
        units = [
            in_service(FEBRUARY.start, count, product=PRODUCTS[model], model=model, province=province)
            for model, counts in UNITS.items()
            for province, count in zip(PROVINCES, counts, strict=True)
        ]
        put(workspace.warehouse, "exposure", units)
        yield workspace


def _explain(company: Workspace, where: str, dims: str, metric: str = "failure_rate") -> Explanation:
    source = WarehouseSource(company, tuple(dims.split()))
    filters = [Filter.read(text) for text in where.split(";")]
    return explain(company, metric, filters, FEBRUARY, "rest", source=source)


@table("explain/rest.csv", ["where", "dims", "observed", "expected", "suspects"])
def test_a_slice_has_as_many_tickets_as_its_units_would_have_elsewhere(
    where: str, dims: str, observed: str, expected: str, suspects: str, company: Workspace
) -> None:
    found = _explain(company, where, dims)
    assert found.observed == float(observed)
    assert found.expected == pytest.approx(float(expected), rel=0.01)
    named = [";".join(f"{d}={value}" for d, value in suspect.where.items()) for suspect in found.suspects]
    assert named == [text for text in suspects.split("|") if text]


def test_the_share_of_a_suspect_is_of_the_difference_per_unit(company: Workspace) -> None:
    found = _explain(company, "model=W3", "fault")
    (suspect,) = found.suspects
    others = 200 + 100 + 200
    assert suspect.expected == pytest.approx(others * 500 / 3500, rel=0.01)
    assert suspect.share == pytest.approx((150 - suspect.expected) / (200 - found.expected), rel=0.01)
    assert present_explanation(found).sentence.en.startswith("Fault 漏水")


@pytest.mark.parametrize(
    ("where", "dims", "kept"),
    [
        ("product=柜机", "model fault", ("fault",)),
        ("province=北京市", "model city fault", ("model", "fault")),
        ("model=W1", "province fault", ("province", "fault")),
        ("province=北京市;product=柜机", "model fault", ("fault",)),
        ("product=柜机;province=北京市", "model fault", ("model", "fault")),
    ],
)
def test_what_only_the_slice_has_explains_nothing(
    where: str, dims: str, kept: tuple[str, ...], company: Workspace
) -> None:
    assert _explain(company, where, dims).dims == kept


def test_the_rest_is_what_meets_all_filters_but_the_last(company: Workspace) -> None:
    found = _explain(company, "province=北京市;model=W3", "fault")
    # In 北京市: 1,000 units of W1, 500 of W2 and 400 of W4, with 200, 100 and 320 tickets.
    assert (found.observed, found.where) == (100, {"province": ["北京市"], "model": ["W3"]})
    assert found.expected == pytest.approx(620 * 250 / 1900, rel=0.01)


def test_the_same_units_at_risk_everywhere_give_the_crude_rate() -> None:
    rng = np.random.default_rng(5)
    events, rest = rng.integers(5, 80, (2, 6)).astype(float)
    codes = np.stack(np.unravel_index(np.arange(6), (2, 3)), axis=1)
    values = [["a", "b"], ["x", "y", "z"]]

    def of(counts: np.ndarray) -> Leaves:
        return Leaves(("d", "e"), values, codes, counts, np.ones(len(counts)))

    found = expected_by_exposure(of(events), of(rest), of(np.full(6, 1e6)), of(np.full(6, 4e6)))
    assert found.observed.tolist() == events.tolist()
    assert found.expected == pytest.approx(rest / 4, rel=1e-4)
    # Every unit that the cases have more of one value gives as many more events of it.
    of_one = of(np.array([1e6, 1e6, 1e6, 3e6, 3e6, 3e6]))
    assert expected_by_exposure(of(events), of(rest), of_one, of(np.full(6, 4e6))).expected == pytest.approx(
        rest / 4 * np.array([1, 1, 1, 3, 3, 3]), rel=1e-3
    )
