"""A launch is no event: units that fail often when they are young count for more while they are young."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import numpy as np
import pytest

from fixtures_facts import in_service, put, ticket
from zhenyin.core import settings
from zhenyin.intake import store as intake
from zhenyin.intake.models import Batch, BatchState
from zhenyin.job.workspace import Workspace, opened
from zhenyin.question.weekly import Weeks, weekly
from zhenyin.reliability import exposure
from zhenyin.reliability.fleet import fleet

MONTHS = [date(2024 + m // 12, m % 12 + 1, 1) for m in range(24)]
LAUNCHED = 20
YOUNG, LATER, NEW = 40, 8, 1_000
"""Failures a month of the thousand units of one month: in the month they are sold and the next, and after that."""
LAST = Weeks(date(2025, 12, 1), 4)


@pytest.fixture(scope="module")
def sold(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Two models that were sold from the first month on, and one that came out four months before the end."""
    with opened(settings.load(data_dir=tmp_path_factory.mktemp("sold"))) as workspace:
        _sell(workspace)
        yield workspace


def _sell(workspace: Workspace) -> None:
    rows, units, number = [], [], 0
    for model, first in (("A", 0), ("B", 0), ("C", LAUNCHED)):
        given = {"model": model, "product_line": "L", "product": model, "batch": model}
        for m in range(first, 24):
            units.append(in_service(MONTHS[m], NEW * (m - first + 1.0), shipped=float(NEW), **given))
            for made in range(first, m + 1):
                for n in range(YOUNG if m - made < 2 else LATER):
                    number += 1
                    at = datetime.combine(MONTHS[m], datetime.min.time()) + timedelta(days=n % 28, hours=9)
                    rows.append(ticket(number, at, sold_at=MONTHS[made], device_id=f"d{number}", source="s", **given))
    put(workspace.warehouse, "tickets", rows)
    put(workspace.warehouse, "exposure", units)


def test_how_much_oftener_young_units_fail_is_told(sold: Workspace) -> None:
    rate = exposure.rate_by_age(fleet(sold, "model"))
    assert rate[0] / rate[6] == pytest.approx(YOUNG / LATER, rel=0.4)
    assert rate[1] > 2 > rate[2]


def test_a_launched_model_has_more_at_risk_and_an_old_one_about_what_it_has(sold: Workspace) -> None:
    plain = weekly(sold, "failure_rate", ("model",), LAST)[1]
    weighed = exposure.weekly_exposure(sold, ("model",), LAST)
    assert (weighed["C",] / plain["C",]).min() > 1.5
    assert (weighed["A",] / plain["A",]).max() < 1.1
    tickets, _ = weekly(sold, "failure_rate", ("model",), LAST)
    old, new = (tickets[model,].sum() / weighed[model,].sum() for model in "AC")
    assert new / old == pytest.approx(1, abs=0.25)  # a little is left, as rates by age are drawn to 1
    assert tickets["C",].sum() / plain["C",].sum() > 1.7 * tickets["A",].sum() / plain["A",].sum()


def test_units_by_other_cuts_are_the_sum_over_models(sold: Workspace) -> None:
    by_model, whole = exposure.weekly_exposure(sold, ("model",), LAST), exposure.weekly_exposure(sold, (), LAST)
    assert whole[()] == pytest.approx(sum(by_model.values()))
    assert exposure.weekly_exposure(sold, ("product_line",), LAST)["L",] == pytest.approx(whole[()])


def test_without_shipments_units_are_what_they_are(workspace: Workspace) -> None:
    put(workspace.warehouse, "exposure", [in_service(month, 500.0, product="P") for month in MONTHS])
    put(workspace.warehouse, "tickets", [ticket(1, datetime(2025, 12, 28, 9), product="P")])
    assert exposure.age_rates(workspace) is None
    assert exposure.weekly_exposure(workspace, ("product",), LAST)["P",] == pytest.approx(
        weekly(workspace, "failure_rate", ("product",), LAST)[1]["P",]
    )


def test_of_weeks_whose_reports_are_still_coming_a_part_is_expected(workspace: Workspace) -> None:
    """Half of the reports come on their day, half four days later, one import a day."""
    rows, last = [], datetime(2026, 3, 31, 9)
    with workspace.store.begin() as db:
        for n in range(40):
            at = last - timedelta(days=39 - n)
            batch = {"connector": "csv_file", "state": BatchState.DONE, "by": "t", "at": at}
            intake.add(db, Batch(id=f"b{n}", source="s", file=f"{n}.csv", sha256=str(n), **batch))
            for k in range(8):
                reported = at - timedelta(days=4 * (k % 2))
                rows.append(ticket(100 * n + k, reported, source="s", import_batch=f"b{n}"))
    put(workspace.warehouse, "tickets", rows)
    known = exposure.reported_share(workspace, Weeks(date(2026, 3, 18), 14, days=1))
    assert known[:9] == pytest.approx(np.ones(9), abs=0.02)
    assert known[-1] == pytest.approx(0.5, abs=0.1)


def test_where_nothing_was_ever_shipped_no_unit_has_an_age(workspace: Workspace) -> None:
    units = [in_service(month, 500.0, shipped=0.0, model="A", product="A") for month in MONTHS]
    put(workspace.warehouse, "exposure", units)
    put(workspace.warehouse, "tickets", [ticket(1, datetime(2025, 12, 28, 9), model="A", product="A")])
    assert exposure.age_rates(workspace) is None
    assert exposure.weekly_exposure(workspace, ("model",), LAST)["A",].sum() > 0
