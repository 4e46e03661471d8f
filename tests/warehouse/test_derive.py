"""What tickets say only together: repeats of one device, returns to a team, time limits."""

import random
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.warehouse.batches import START, bring, hours, origin, records
from tests.warehouse.batches import ticket as row

from fixtures_cases import table
from fixtures_facts import put, ticket
from zhenyin.warehouse.data_version import DataVersion, data_version
from zhenyin.warehouse.derive import derive, derive_touched, touch
from zhenyin.warehouse.gateway import Warehouse
from zhenyin.warehouse.undo import undo

DERIVED = "repeat_of, repeat_days, next_repeat_days, next_repair_days"


def derived(warehouse: Warehouse, batch: str = "b1", **given: Any) -> None:
    with warehouse.writing() as cursor:
        derive(cursor, batch, **given)


def _ticket(number: int, created: datetime, said: str) -> dict[str, Any]:
    changes = dict(part.split("=") for part in said.split(";") if part)
    resolved = {"no": None, "before": created - timedelta(days=1)}.get(
        changes.pop("resolved", ""), created + timedelta(days=1)
    )
    valid = changes.pop("valid", "yes") == "yes"
    whose = {"device_id": "D1", "customer_id": "C1", "model": "M1", "category": "漏水"}
    known = {name: value or None for name, value in (whose | changes).items()}
    return ticket(number, created, resolved_at=resolved, import_batch="b1", **known) | (
        {} if valid else {"valid": False}
    )


def _days(text: str) -> float | None:
    return float(text) if text else None


@table("warehouse/repeats.csv", ["gap", "first", "second", "repeat", "next_repeat", "next_repair"])
def test_a_fault_that_comes_back_is_a_repeat(
    warehouse: Warehouse, gap: str, first: str, second: str, repeat: str, next_repeat: str, next_repair: str
) -> None:
    again = START + timedelta(days=1 + float(gap))
    put(warehouse, "tickets", [_ticket(1, START, first), _ticket(2, again, second)])
    derived(warehouse)
    assert records(warehouse, f"SELECT {DERIVED} FROM tickets ORDER BY ticket_id") == [
        (None, None, _days(next_repeat), _days(next_repair)),
        ("t:1" if repeat else None, _days(repeat), None, None),
    ]


def test_of_several_the_nearest_counts(warehouse: Warehouse) -> None:
    put(warehouse, "tickets", [_ticket(n, START + timedelta(days=day), "") for n, day in enumerate((0, 5, 20))])
    derived(warehouse)
    assert records(warehouse, f"SELECT {DERIVED} FROM tickets ORDER BY ticket_id") == [
        (None, None, 4, 4),
        ("t:0", 4, 14, 14),
        ("t:1", 14, None, None),
    ]


def _by_hand(rows: list[dict[str, Any]]) -> dict[str, tuple[Any, ...]]:
    """The same by looking through all pairs."""

    def days(later: dict[str, Any], earlier: dict[str, Any]) -> float:
        return float((later["created_at"] - earlier["resolved_at"]).total_seconds()) / 86_400

    found: dict[str, tuple[Any, ...]] = {}
    for own in rows:
        before = [r for r in rows if r["resolved_at"] and r["resolved_at"] < own["created_at"]]
        after = [r for r in rows if own["resolved_at"] and own["resolved_at"] < r["created_at"]]
        alike = ("device_id", "category")
        earlier = [(days(own, r), r["ticket_id"]) for r in before if all(r[name] == own[name] for name in alike)]
        later = [days(r, own) for r in after if all(r[name] == own[name] for name in alike)]
        repairs = [days(r, own) for r in after if r["device_id"] == own["device_id"]]
        nearest = min((one for one in earlier if one[0] <= 60), default=(None, None))
        soon = [min((d for d in some if d <= 60), default=None) for some in (later, repairs)]
        found[own["ticket_id"]] = (nearest[1], nearest[0], *soon)
    return found


@pytest.mark.parametrize("seed", range(3))
def test_batch_by_batch_comes_to_what_all_pairs_say(warehouse: Warehouse, seed: int) -> None:
    chance = random.Random(seed)
    rows: list[dict[str, Any]] = []
    for number in range(60):
        at = START + timedelta(minutes=chance.randrange(150 * 1440))
        took = chance.choice([None, *range(1, 20_000, 997)])
        given = {"device_id": f"D{chance.randrange(5)}", "category": chance.choice("漏异"), "kind": "报修"}
        rows.append(row(number, created_at=at, resolved_at=at + timedelta(minutes=took) if took else None, **given))
    for batch, part in (("b1", rows[:25]), ("b2", rows[20:50]), ("b3", rows[40:])):
        bring(warehouse, "tickets", part, origin(batch, at=hours(24 * 365)))
        derived(warehouse, batch)
    complete = [one | {"ticket_id": f"desk:{one['source_id']}"} for one in rows]
    assert _found(warehouse) == _by_hand(complete)
    for batch, kept in (("b3", complete[:50]), ("b1", complete[20:50])):
        with warehouse.writing() as cursor:
            touch(cursor, batch)
            undo(cursor, batch)
            derive_touched(cursor)
        assert _found(warehouse) == _by_hand(kept)


def _found(warehouse: Warehouse) -> dict[str, tuple[Any, ...]]:
    return {one[0]: one[1:] for one in records(warehouse, f"SELECT ticket_id, {DERIVED} FROM tickets")}


@table("warehouse/ping_pongs.csv", ["teams", "ping_pongs"])
def test_a_return_to_an_earlier_team_is_counted(warehouse: Warehouse, teams: str, ping_pongs: str) -> None:
    put(warehouse, "tickets", [ticket(1, START, import_batch="b1")])
    events = [
        {"ticket_id": "t:1", "at": hours(n // 2), "line": n, "team": None if team == "-" else team}
        for n, team in enumerate(teams.split())
    ]
    put(warehouse, "events", events[::-1])
    derived(warehouse)
    assert records(warehouse, "SELECT ping_pongs FROM tickets") == [(int(ping_pongs) if ping_pongs else None,)]


def test_new_events_alone_work_their_ticket_out_again(warehouse: Warehouse) -> None:
    bring(warehouse, "tickets", [row(1), row(2)], origin("b1"))
    derived(warehouse)
    bring(
        warehouse,
        "events",
        [{"source_id": "1", "at": hours(n), "team": team} for n, team in enumerate("ABA")],
        origin("b2"),
    )
    derived(warehouse, "b2")
    assert records(warehouse, "SELECT source_id, ping_pongs FROM tickets ORDER BY 1") == [("1", 1), ("2", None)]


@pytest.mark.parametrize(
    ("priority", "response", "resolution"),
    [
        ("紧急", 1, 24),
        ("1 - Critical", 1, 24),
        ("高", 4, 48),
        ("P1", 4, 48),
        ("中", 8, 72),
        ("低", 24, 168),
        ("Not urgent", 24, 168),
        ("Gold", 8, 72),
        (None, 8, 72),
    ],
)
def test_a_ticket_is_due_by_its_priority(
    warehouse: Warehouse, priority: str | None, response: float, resolution: float
) -> None:
    put(warehouse, "tickets", [ticket(1, START, import_batch="b1", priority=priority)])
    derived(warehouse)
    query = "SELECT response_due_at, resolution_due_at FROM tickets"
    assert records(warehouse, query) == [(hours(response), hours(resolution))]


def test_limits_of_a_company_take_the_place_of_the_usual_ones(warehouse: Warehouse) -> None:
    put(warehouse, "tickets", [ticket(n, START, import_batch="b1", priority=p) for n, p in enumerate(("高", "低"))])
    derived(warehouse, limits={"高": (0.5, 2), None: (3, 4.25)})
    assert records(warehouse, "SELECT response_due_at, resolution_due_at FROM tickets ORDER BY ticket_id") == [
        (hours(0.5), hours(2)),
        (hours(3), hours(4.25)),
    ]


def test_only_what_an_import_is_about_is_worked_out(warehouse: Warehouse) -> None:
    bring(warehouse, "tickets", [row(1, device_id="D1"), row(2, device_id="D2")], origin("b1"))
    bring(warehouse, "tickets", [row(3, device_id="D1")], origin("b2"))
    derived(warehouse, "b2")
    assert records(warehouse, "SELECT source_id, resolution_due_at IS NOT NULL FROM tickets ORDER BY 1") == [
        ("1", True), ("2", False), ("3", True),
    ]  # fmt: skip


def test_the_version_of_the_data_changes_with_each_change(warehouse: Warehouse) -> None:
    assert data_version(warehouse) == DataVersion(0, 0, 0, 0, None)
    bring(warehouse, "tickets", [row(1), row(2), row(3, created_at=datetime(2030, 1, 1))], origin("b1"))
    assert data_version(warehouse) == DataVersion(3, 2, 0, 1, "b1")
    bring(warehouse, "events", [{"source_id": "1", "at": START}] * 2, origin("b2"))
    assert data_version(warehouse) == DataVersion(3, 2, 2, 2, "b2")
    with warehouse.writing() as cursor:
        cursor.run("UPDATE tickets SET duplicate_of = 'desk:1' WHERE source_id = '2'")
    assert data_version(warehouse) == DataVersion(3, 1, 2, 2, "b2")
    with warehouse.writing() as cursor:
        undo(cursor, "b2")
    assert data_version(warehouse) == DataVersion(3, 1, 0, 1, "b1")
