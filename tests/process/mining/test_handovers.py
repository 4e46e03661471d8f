"""Handovers, counted on the fingers."""

import pytest
from ibis.expr.types import Table

from fixtures_logs import Log, load
from zhenyin.process.mining import handovers, steps
from zhenyin.process.mining.directly_follows_graph import MAX_STEP_SET
from zhenyin.process.mining.handovers import Handover
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse

NAMES = ("系统", "客服", "技术", "产品")
LOG: Log = {
    "bounces": [(0, "系统"), (1, "客服"), (2, "技术"), (5, "技术"), (6, "客服"), (9, "产品"), (10, "客服")],
    "resolved at once": [(0, "系统"), (4, "客服"), (5, "客服")],
    "goes on": [(0, "客服"), (3, "技术")],
}


def steps_of(warehouse: Warehouse, resolved: tuple[str, ...]) -> Table:
    load(warehouse, LOG, column="team")
    t = table("tickets")
    cases = t.select("ticket_id", resolved=t.ticket_id.isin(resolved))
    return steps.sequence(table("events"), cases, "team", NAMES, ("resolved",), sojourns=False)


@pytest.fixture(params=[len(NAMES), MAX_STEP_SET + 1], ids=["few", "many"])
def names(request: pytest.FixtureRequest) -> int:
    """How many teams it is asked about: more than fit into bits are counted another way."""
    return int(request.param)


def found_in(warehouse: Warehouse, sequence: Table, names: int) -> tuple[Handover, ...]:
    return handovers.read_handovers(warehouse.query(handovers.handover_rows(sequence, names)).to_pylist(), NAMES)


def test_a_handover_says_how_long_until_the_next_step_and_what_came_of_it(warehouse: Warehouse, names: int) -> None:
    sequence = steps_of(warehouse, ("t:0", "t:1"))
    found = {(one.source, one.target): one for one in found_in(warehouse, sequence, names)}
    hour = 3600
    assert found["客服", "技术"] == Handover("客服", "技术", 2, 2, 1, 3 * hour, returned=1, passed_on=0, resolved=0)
    assert found["客服", "技术"].open == 1  # goes on: not solved yet
    assert found["技术", "客服"] == Handover("技术", "客服", 1, 1, 1, 3 * hour, returned=0, passed_on=1, resolved=0)
    assert found["产品", "客服"] == Handover("产品", "客服", 1, 1, 0, 0, returned=0, passed_on=0, resolved=1)
    assert found["系统", "客服"] == Handover("系统", "客服", 2, 2, 2, 2 * hour, returned=0, passed_on=1, resolved=1)
    assert handovers.entry_points(found.values()) == {"系统"}


def test_what_an_entry_point_dispatches_was_not_transferred(warehouse: Warehouse, names: int) -> None:
    found = found_in(warehouse, steps_of(warehouse, ("t:0",)), names)
    assert handovers.transferred(found, frozenset({"系统"})) == (3, 2)
    assert handovers.transferred(found, frozenset()) == (3, 3)
    assert handovers.transferred((), frozenset()) == (0, 0)


def test_a_team_that_solves_what_begins_with_it_is_no_entry_point(warehouse: Warehouse) -> None:
    load(warehouse, {"a": [(0, "客服"), (1, "技术")], "b": [(0, "客服")]}, column="team")
    cases = table("tickets").mutate(resolved=table("tickets").ticket_id == "t:1")
    sequence = steps.sequence(table("events"), cases, "team", NAMES, ("resolved",), sojourns=False)
    found = found_in(warehouse, sequence, len(NAMES))
    assert handovers.entry_points(found) == set()
    assert handovers.transferred(found, frozenset()) == (2, 1)
