"""What one can ask by: values with their tickets, what the data holds, what sources brought along."""

from datetime import date, datetime

import pytest

from fixtures_cases import table
from fixtures_facts import in_service, put, ticket
from zhenyin.core.errors import NotFound
from zhenyin.question import browse
from zhenyin.warehouse.gateway import Warehouse


@table("question/dimension_values.csv", ["dimension", "search", "limit", "offset", "values", "total"])
def test_values_come_page_by_page_with_their_tickets(
    dimension: str, search: str, limit: str, offset: str, values: str, total: str, twelve: Warehouse
) -> None:
    found, of_all = browse.values(twelve, dimension, search, int(limit), int(offset))
    assert ";".join(f"{'?' if one.value is None else one.value}={one.n}" for one in found) == values
    assert of_all == int(total)


def test_a_dimension_that_nobody_knows_has_no_values(twelve: Warehouse) -> None:
    with pytest.raises(NotFound, match="dimension-unknown"):
        browse.values(twelve, "colour")


def test_what_is_recorded_grows_with_the_data(warehouse: Warehouse) -> None:
    assert browse.recorded(warehouse) == browse.Recorded((), exposure=False)
    put(warehouse, "tickets", [ticket(1, datetime(2026, 3, 1, 9), product="A", city="武汉")])
    assert set(browse.recorded(warehouse).dimensions) == {"kind", "product", "city"}
    put(warehouse, "tickets", [ticket(2, datetime(2026, 3, 2, 9), team="热线")])
    put(warehouse, "exposure", [in_service(date(2026, 3, 1), 100)])
    assert browse.recorded(warehouse) == browse.Recorded(("city", "kind", "product", "team"), exposure=True)


def test_columns_of_every_source_and_batch_are_offered_once(warehouse: Warehouse) -> None:
    assert browse.extras(warehouse) == []
    given = [
        ("热线", "b1", {"os": "iOS"}),
        ("热线", "b2", {"shop": "甲"}),
        ("邮件", "b1", {"os": None}),
        ("邮件", "b3", None),
    ]
    made = [
        ticket(n, datetime(2026, 3, 1 + n), source=source, import_batch=batch, extra=extra and list(extra.items()))
        for n, (source, batch, extra) in enumerate(given)
    ]
    put(warehouse, "tickets", made)
    assert browse.extras(warehouse) == ["extra.os", "extra.shop"]
