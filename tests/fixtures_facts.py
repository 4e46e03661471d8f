"""A handful of facts that a test can count on its fingers."""

from datetime import date, datetime
from typing import Any

import pyarrow as pa

from zhenyin.warehouse import tables
from zhenyin.warehouse.facts import FACTS
from zhenyin.warehouse.gateway import Warehouse

_ARROW = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "time": pa.timestamp("us"),
    "date": pa.date32(),
    "flag": pa.bool_(),
    "map": pa.map_(pa.string(), pa.string()),
}


def put(warehouse: Warehouse, fact: str, rows: list[dict[str, Any]]) -> None:
    """Add rows to a fact; columns that a row does not name are unknown."""
    schema = pa.schema([(c.name, _ARROW[c.kind]) for c in FACTS[fact].columns])
    with warehouse.writing() as cursor:
        cursor.lend("given", pa.Table.from_pylist(rows, schema))
        tables.put(cursor, fact, "given")


def ticket(number: int, created: datetime, **given: Any) -> dict[str, Any]:
    return {"ticket_id": f"t:{number}", "created_at": created, "valid": True, "kind": "报修", **given}


def in_service(month: date, units: float, **given: Any) -> dict[str, Any]:
    return {"month": month, "units": units, **given}
