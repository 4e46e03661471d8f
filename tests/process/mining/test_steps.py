"""Events as ordered steps of their cases."""

from typing import Any

import pytest

from fixtures_facts import put, ticket
from fixtures_logs import START, Log, event, load
from zhenyin.process.mining import steps
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse

NAMES = ("x", "y", "z")
START_SECONDS = (START - START.replace(year=1970, month=1, day=1, hour=0)).total_seconds()


def rows_of(warehouse: Warehouse, view: steps.StepView = "activity", sojourns: bool = True) -> list[dict[str, Any]]:
    cases = table("tickets").select("ticket_id")
    sequence = steps.sequence(table("events"), cases, view, NAMES, ("ticket_id",), sojourns=sojourns)
    shown = sequence.select(
        "ticket_id",
        "position",
        name=steps.code(sequence.packed),
        hour=(steps.epoch_seconds(sequence.packed) - int(START_SECONDS)) / 3600,
        before=steps.code(sequence.previous),
        after=steps.code(sequence.following),
    )
    return warehouse.query(shown.order_by("ticket_id", "position")).to_pylist()


def test_each_step_has_its_place_its_moment_and_its_neighbours(warehouse: Warehouse) -> None:
    load(warehouse, {"a": [(0, "y"), (3, "x"), (5, "y")], "b": [(7, "z")]})
    rows = [(r["ticket_id"], r["position"], NAMES[r["name"]], r["hour"]) for r in rows_of(warehouse)]
    assert rows == [("t:0", 0, "y", 0), ("t:0", 1, "x", 3), ("t:0", 2, "y", 5), ("t:1", 0, "z", 7)]
    assert [(r["before"], r["after"]) for r in rows_of(warehouse)] == [(None, 0), (1, 1), (0, None), (None, None)]


@pytest.mark.parametrize(
    ("log", "order"),
    [
        ({"a": [(0, "z"), (0, "x"), (0, "y")]}, "zxy"),
        ({"a": [(2, "x"), (1, "z")]}, "zx"),
        ({"a": [(0, "x"), (1, "unknown"), (2, "y")]}, "xy"),
        ({"a": [(0, "x"), (1, "x")]}, "xx"),
    ],
    ids=["lines keep their order", "moments before lines", "names that are not asked for", "repeated"],
)
def test_steps_come_in_this_order(warehouse: Warehouse, log: Log, order: str) -> None:
    load(warehouse, log)
    assert "".join(NAMES[row["name"]] for row in rows_of(warehouse)) == order


@pytest.mark.parametrize(("sojourns", "order"), [(True, "xyx"), (False, "xxyx")])
def test_events_of_one_team_in_a_row_are_one_sojourn(warehouse: Warehouse, sojourns: bool, order: str) -> None:
    load(warehouse, {"a": [(0, "x"), (1, "x"), (4, "y"), (9, "x")]}, column="team")
    assert "".join(NAMES[row["name"]] for row in rows_of(warehouse, "team", sojourns)) == order


def test_the_word_of_a_source_names_a_step_where_there_is_one(warehouse: Warehouse) -> None:
    put(warehouse, "tickets", [ticket(0, START)])
    put(warehouse, "events", [event(0, 0, 0, activity="x", step="z"), event(0, 1, 1, activity="y")])
    assert [NAMES[row["name"]] for row in rows_of(warehouse, "step")] == ["z", "y"]


def test_names_are_counted_with_their_first_and_last_moment(warehouse: Warehouse) -> None:
    load(warehouse, {"a": [(0, "x"), (3, "x")], "b": [(5, "x"), (6, "y")]})
    rows = warehouse.query(steps.step_names(table("events"), by_team=False)).to_pylist()
    found = {row["activity"]: (row["n"], (row["last"] - row["first"]).total_seconds() / 3600) for row in rows}
    assert found == {"x": (3, 5), "y": (1, 0)}
