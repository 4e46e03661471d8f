"""Hand-offs, counted on the fingers."""

import pytest
from ibis.expr.types import Table

from fixtures_logs import Log, load
from zhenyin.process.mining import handovers, steps
from zhenyin.process.mining.graph import MOST_SEEN
from zhenyin.process.mining.handovers import HandOff
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse

NAMES = ("系统", "客服", "技术", "产品")
LOG: Log = {
    "bounces": [(0, "系统"), (1, "客服"), (2, "技术"), (5, "技术"), (6, "客服"), (9, "产品"), (10, "客服")],
    "stays": [(0, "系统"), (4, "客服"), (5, "客服")],
    "goes on": [(0, "客服"), (3, "技术")],
}


def asked(warehouse: Warehouse, solved: tuple[str, ...]):
    load(warehouse, LOG, column="team")
    t = table("tickets")
    cases = t.select("ticket_id", solved=t.ticket_id.isin(solved))
    return steps.sequence(table("events"), cases, "team", NAMES, ("solved",), stays=False)


@pytest.fixture(params=[len(NAMES), MOST_SEEN + 1], ids=["few", "many"])
def names(request: pytest.FixtureRequest) -> int:
    """How many teams it is asked about: more than can be told by bits go another way."""
    return int(request.param)


def found_in(warehouse: Warehouse, told: Table, names: int) -> tuple[HandOff, ...]:
    return handovers.read(warehouse.query(handovers.hand_offs(told, names)).to_pylist(), NAMES)


def test_a_hand_off_tells_how_long_until_the_next_step_and_what_came_of_it(warehouse: Warehouse, names: int) -> None:
    told = asked(warehouse, ("t:0", "t:1"))
    found = {(one.source, one.target): one for one in found_in(warehouse, told, names)}
    hour = 3600
    assert found["客服", "技术"] == HandOff("客服", "技术", 2, 2, 1, 3 * hour, back=1, on=0, solved=0)
    assert found["客服", "技术"].left == 1  # goes on: not solved yet
    assert found["技术", "客服"] == HandOff("技术", "客服", 1, 1, 1, 3 * hour, back=0, on=1, solved=0)
    assert found["产品", "客服"] == HandOff("产品", "客服", 1, 1, 0, 0, back=0, on=0, solved=1)
    assert found["系统", "客服"] == HandOff("系统", "客服", 2, 2, 2, 2 * hour, back=0, on=1, solved=1)
    assert handovers.doors(found.values()) == {"系统"}


def test_what_a_door_sends_out_has_not_moved_between_teams(warehouse: Warehouse, names: int) -> None:
    found = found_in(warehouse, asked(warehouse, ("t:0",)), names)
    assert handovers.moved(found, frozenset({"系统"})) == (3, 2)
    assert handovers.moved(found, frozenset()) == (3, 3)
    assert handovers.moved((), frozenset()) == (0, 0)


def test_a_team_that_solves_what_begins_with_it_is_no_door(warehouse: Warehouse) -> None:
    load(warehouse, {"a": [(0, "客服"), (1, "技术")], "b": [(0, "客服")]}, column="team")
    cases = table("tickets").mutate(solved=table("tickets").ticket_id == "t:1")
    told = steps.sequence(table("events"), cases, "team", NAMES, ("solved",), stays=False)
    found = found_in(warehouse, told, len(NAMES))
    assert handovers.doors(found) == set()
    assert handovers.moved(found, frozenset()) == (2, 1)
