"""Twelve tickets that can be counted on the fingers: tests/cases/question/tickets.csv."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from fixtures_cases import rows
from fixtures_facts import in_service, put, ticket
from zhenyin.core import settings
from zhenyin.job.workspace import Workspace, opened
from zhenyin.warehouse.gateway import Warehouse

_IN_SERVICE = ((2, "A", 100), (2, "B", 50), (3, "A", 200), (3, "B", 100))


@pytest.fixture(scope="module")
def twelve_workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Only to be read: the twelve tickets, and 150 units in service in February, 300 in March."""
    with opened(settings.load(data_dir=tmp_path_factory.mktemp("twelve"))) as workspace:
        put(workspace.warehouse, "tickets", [_ticket(row) for row in rows("question/tickets.csv")])
        units = [in_service(date(2026, month, 1), n, product=product) for month, product, n in _IN_SERVICE]
        put(workspace.warehouse, "exposure", units)
        yield workspace


@pytest.fixture(scope="module")
def twelve(twelve_workspace: Workspace) -> Warehouse:
    """The warehouse of the twelve tickets."""
    return twelve_workspace.warehouse


def _ticket(row: dict[str, str]) -> dict[str, Any]:
    created = datetime.fromisoformat(row["created"]) + timedelta(hours=9)
    known: dict[str, Any] = {name: row[name] or None for name in ("kind", "product", "province", "customer_id")}
    known |= {name: float(row[name]) if row[name] else None for name in ("csat", "nps")}
    if row["hours"]:
        known["resolved_at"] = known["ended_at"] = created + timedelta(hours=float(row["hours"]))
        known["resolution_seconds"] = round(float(row["hours"]) * 3600)
    return ticket(int(row["number"]), created, waited=True, scored_at=created, **known)
