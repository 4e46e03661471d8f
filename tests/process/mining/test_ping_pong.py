"""Returns to a team, counted on the fingers."""

from ibis.expr.types import Table

from fixtures_logs import Log, load
from zhenyin.process.mining import ping_pong, steps
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse

NAMES = ("客服", "技术", "产品")


def sequence(warehouse: Warehouse, log: Log) -> Table:
    load(warehouse, log, column="team")
    return steps.sequence(table("events"), table("tickets").select("ticket_id"), "team", NAMES)


def test_a_round_is_from_leaving_a_team_until_the_last_return(warehouse: Warehouse) -> None:
    log: Log = {
        "bounces": [(0, "客服"), (2, "技术"), (5, "客服"), (6, "产品"), (10, "技术"), (30, "技术")],
        "goes on": [(0, "客服"), (3, "技术"), (9, "产品")],
    }
    rows = warehouse.query(ping_pong.round_trip_row(sequence(warehouse, log))).to_pylist()
    # Out of 客服 at 2, and 技术 has it back at 10.
    assert ping_pong.read_round_trips(rows[0]) == ping_pong.RoundTrips(
        tickets=1, handovers=4, returns=2, away_seconds=8 * 3600
    )


def test_who_sends_back_to_whom_and_how_long_it_was_away(warehouse: Warehouse) -> None:
    log: Log = {
        "a": [(0, "客服"), (2, "技术"), (5, "客服"), (6, "产品"), (10, "技术")],
        "b": [(0, "客服"), (1, "技术"), (4, "客服")],
    }
    rows = warehouse.query(ping_pong.return_rows(sequence(warehouse, log))).to_pylist()
    assert ping_pong.read_returns(rows, NAMES) == (
        ping_pong.Return("技术", "客服", returns=2, tickets=2, away_seconds=6 * 3600),
        ping_pong.Return("产品", "技术", returns=1, tickets=1, away_seconds=5 * 3600),
    )


def test_without_returns_there_is_no_round(warehouse: Warehouse) -> None:
    rows = warehouse.query(ping_pong.round_trip_row(sequence(warehouse, {"a": [(0, "客服"), (1, "技术")]}))).to_pylist()
    assert ping_pong.read_round_trips(rows[0]) == ping_pong.RoundTrips(0, 0, 0, 0)
