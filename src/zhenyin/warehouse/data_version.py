"""Which rows there are, told by their numbers: what was learned from all of them is kept until that changes."""

from typing import NamedTuple

from zhenyin.warehouse.facts import COUNTED
from zhenyin.warehouse.gateway import Warehouse

_STATE = f"""SELECT (SELECT count(*) FROM tickets) AS tickets,
            (SELECT count(*) FROM tickets WHERE {COUNTED}) AS counted,
            (SELECT count(*) FROM events) AS events,
            (SELECT count(*) FROM imports) AS imports, (SELECT max(import_batch) FROM imports) AS newest"""


class DataVersion(NamedTuple):
    """How many tickets, counted ones, events and imports there are, and the newest import (None before the first)."""

    tickets: int
    counted: int
    events: int
    imports: int
    newest: str | None


def data_version(warehouse: Warehouse) -> DataVersion:
    """Changes with every import, undone import, and report that is linked to another or taken apart."""
    return DataVersion(**warehouse.query(_STATE).to_pylist()[0])
