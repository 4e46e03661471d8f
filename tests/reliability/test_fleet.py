"""Units and failures brought together, on facts that can be counted on fingers."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from fixtures_facts import in_service, put, ticket
from zhenyin.core.errors import Invalid, NotFound
from zhenyin.intake import store as intake
from zhenyin.intake.models import Batch, BatchState
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.reliability.excess_failures import overview
from zhenyin.reliability.fleet import Fleet, Group, fleet
from zhenyin.reliability.life_table import life_table

JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
B = {"model": "M", "batch": "B", "product_line": "L"}


def shipped(month: date, units: float, new: float, **given: Any) -> dict[str, Any]:
    return in_service(month, units, shipped=new, **{**B, **given})


def failure(number: int, at: datetime, sold: date | None, **given: Any) -> dict[str, Any]:
    return ticket(number, at, sold_at=sold, **{**B, "source": "s", "device_id": f"d{number}", **given})


def group(found: Fleet, **where: str) -> Group:
    return next(g for g in found.groups if where.items() <= g.where.items())


@pytest.fixture
def fielded(workspace: Workspace) -> Workspace:
    """100 units in January, 50 in February; what is known ends with March."""
    put(workspace.warehouse, "exposure", [shipped(JAN, 100, 100), shipped(FEB, 150, 50), shipped(MAR, 150, 0)])
    last = failure(99, datetime(2026, 3, 31, 23), None, kind="咨询")
    put(workspace.warehouse, "tickets", [last, failure(98, datetime(2026, 3, 31, 22), FEB)])
    return workspace


def test_failures_are_counted_by_the_months_since_their_cohort_was_shipped(fielded: Workspace) -> None:
    put(
        fielded.warehouse,
        "tickets",
        [failure(1, datetime(2026, 1, 20), JAN), failure(2, datetime(2026, 3, 5), date(2026, 1, 9))],
    )
    table = life_table(group(fleet(fielded, "batch"), batch="B").cohorts)
    assert table.failed.tolist() == [1, 1, 1]
    assert table.at_risk.tolist() == [150, 149, 99]


def test_only_the_first_failure_of_a_unit_counts(fielded: Workspace) -> None:
    same = [failure(n, datetime(2026, 2, n), JAN, device_id="d1") for n in (3, 9, 20)]
    put(fielded.warehouse, "tickets", same)
    assert life_table(group(fleet(fielded, "batch"), batch="B").cohorts).failed.tolist() == [0, 2, 0]


def test_of_a_fault_it_is_the_first_of_that_fault(fielded: Workspace) -> None:
    put(
        fielded.warehouse,
        "tickets",
        [
            failure(1, datetime(2026, 1, 20), JAN, fault="漏水", device_id="d1"),
            failure(2, datetime(2026, 3, 5), JAN, fault="续航短", device_id="d1"),
        ],
    )
    found = fleet(fielded, "batch", [Filter("fault", "in", ("续航短",))])
    assert life_table(group(found, batch="B").cohorts).failed.tolist() == [0, 0, 1]


def test_duplicates_and_invalid_tickets_are_no_failures(fielded: Workspace) -> None:
    put(
        fielded.warehouse,
        "tickets",
        [
            failure(1, datetime(2026, 2, 3), JAN, duplicate_of="t:98"),
            failure(2, datetime(2026, 2, 3), JAN, valid=False),
        ],
    )
    assert life_table(group(fleet(fielded, "batch"), batch="B").cohorts).failed.sum() == 1


def test_what_names_no_batch_or_sale_is_spread_as_the_others_are(fielded: Workspace) -> None:
    put(fielded.warehouse, "tickets", [failure(1, datetime(2026, 2, 3), None)])
    found = fleet(fielded, "batch")
    assert found.unassigned == pytest.approx(0.5)
    table = life_table(group(found, batch="B").cohorts)
    assert table.failed.sum() == 1
    assert table.at_risk[0] == pytest.approx(75)


def test_units_sold_before_the_record_begins_are_left_out_and_counted(fielded: Workspace) -> None:
    put(fielded.warehouse, "tickets", [failure(1, datetime(2026, 2, 3), date(2025, 6, 1))])
    found = fleet(fielded, "batch")
    assert (found.before, found.unassigned) == (1, 0)


def test_a_source_that_is_behind_makes_its_last_month_count_less(fielded: Workspace) -> None:
    late = [failure(n, datetime(2026, 3, 1), JAN, source="late") for n in (1, 2)]
    put(fielded.warehouse, "tickets", late)
    seen = group(fleet(fielded, "batch"), batch="B").cohorts.seen
    assert seen[:2].tolist() == [1, 1]
    assert seen[2] == pytest.approx((1 + 2 / 31) / 3)


def test_reports_that_used_to_come_late_are_waited_for(fielded: Workspace) -> None:
    """A file a day since the middle of February; each brings the failures of three days ago."""
    with fielded.store.begin() as db:
        for n in range(45):
            at = datetime(2026, 2, 15) + timedelta(days=n)
            batch = {"connector": "csv_file", "state": BatchState.DONE, "by": "t", "at": at}
            intake.add(db, Batch(id=f"b{n}", source="s", file=f"{n}.csv", sha256=str(n), **batch))
    made = [
        failure(1000 + 10 * n + i, datetime(2026, 2, 12) + timedelta(days=n), JAN, import_batch=f"b{n}")
        for n in range(45)
        for i in range(10)
    ]
    put(fielded.warehouse, "tickets", made)
    seen = group(fleet(fielded, "batch"), batch="B").cohorts.seen
    assert seen[0] == 1
    assert seen[2] == pytest.approx(28 / 31, abs=0.02)


def test_units_come_to_a_version_and_leave_it(workspace: Workspace) -> None:
    rows = [
        shipped(JAN, 100, 100, version="1"),
        shipped(FEB, 40, 0, version="1"),
        shipped(FEB, 60, 0, version="2"),
        shipped(MAR, 100, 0, version="2"),
    ]
    put(workspace.warehouse, "exposure", rows)
    put(
        workspace.warehouse,
        "tickets",
        [
            failure(1, datetime(2026, 2, 3), JAN, version="2"),
            failure(2, datetime(2026, 3, 31, 23), JAN, version="2"),
        ],
    )
    found = fleet(workspace, "version")
    first, second = (life_table(group(found, version=v).cohorts) for v in ("1", "2"))
    assert first.failed.tolist() == [0, 0, 0]
    assert first.at_risk.tolist() == [100, 40, 0]
    assert second.failed.tolist() == [0, 1, 1]
    assert second.at_risk.tolist() == [0, 60, 99]


def test_without_shipments_the_growth_of_units_in_service_stands_for_them(workspace: Workspace) -> None:
    rows = [in_service(month, units, **B) for month, units in ((JAN, 500), (FEB, 580), (MAR, 600))]
    put(workspace.warehouse, "exposure", rows)
    put(workspace.warehouse, "tickets", [failure(1, datetime(2026, 3, 31, 23), FEB)])
    cohorts = group(fleet(workspace, "batch"), batch="B").cohorts
    assert cohorts.shipped.tolist() == [80, 20]


def test_a_version_whose_units_are_older_than_the_record_is_left_out(workspace: Workspace) -> None:
    old = [shipped(month, 80, 0, version="1") for month in (JAN, FEB, MAR)]
    put(workspace.warehouse, "exposure", old)
    put(workspace.warehouse, "tickets", [failure(1, datetime(2026, 3, 31), JAN, version="1")])
    assert fleet(workspace, "version").groups == ()
    assert overview(workspace, "version").groups == []


def test_without_units_nothing_can_be_told(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="no-units"):
        fleet(workspace, "batch")
    assert overview(workspace, "batch").groups == []


def test_what_units_are_not_known_by_is_refused(fielded: Workspace) -> None:
    with pytest.raises(Invalid, match="life-filter"):
        fleet(fielded, "batch", [Filter("agent", "in", ("张敏",))])
    with pytest.raises(Invalid, match="life-by-unknown"):
        fleet(fielded, "agent")
