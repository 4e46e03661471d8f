"""Where cases were at a moment, and what was recorded by then."""

from datetime import timedelta

from fixtures_facts import put, ticket
from fixtures_logs import START, event
from fixtures_sojourns import HOUR, INF, sojourns
from zhenyin.process.mining import sojourns as mining
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse


def test_where_cases_were_at_a_moment_and_what_was_recorded_of_them_then() -> None:
    every = sojourns((0, 0, 4, 9), (1, 4, INF, 9), (0, 2, INF, INF), (0, 6, INF, INF))
    assert every.open_at(5 * HOUR).state[:, 0].tolist() == [1, 0]
    recorded = every.as_of(5 * HOUR)
    assert recorded.end.tolist() == [INF, INF, INF]
    assert recorded.until.tolist() == [4 * HOUR, INF, INF]


def test_a_ticket_is_at_no_step_until_its_first_and_then_at_one_after_the_other(warehouse: Warehouse) -> None:
    end = START + timedelta(hours=9)
    put(
        warehouse,
        "tickets",
        [ticket(0, START, source="log", team="B", resolved_at=end), ticket(1, START, source="log")],
    )
    steps = [event(0, 2, 0, activity="assigned", team="A"), event(0, 5, 1, activity="replied", team="B")]
    put(warehouse, "events", steps)
    codes: mining.Codes = {}
    rows = warehouse.query(
        mining.sojourns(table("events"), table("tickets"), "activity").order_by("ticket_id", "since")
    )
    found = mining.read_sojourns(rows, codes)
    names = {code: name for name, code in codes["step"].items()}
    assert [names[code] for code in found.state[:, 0].tolist()] == [None, "assigned", "replied", None]
    begun = found.since[0]
    assert ((found.since - begun) / HOUR).tolist() == [0, 2, 5, 0]
    assert ((found.until - begun) / HOUR).tolist() == [2, 5, INF, INF]
    assert ((found.end - begun) / HOUR).tolist() == [9, 9, 9, INF]
    current = warehouse.query(mining.sojourns(table("events"), table("tickets"), "activity", current=True))
    assert {row["ticket_id"]: row["step"] for row in current.to_pylist()} == {"t:0": "replied", "t:1": None}
