"""Small logs of events, and the same questions answered by counting in plain Python."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from fixtures_facts import put, ticket
from zhenyin.warehouse.gateway import Warehouse

START = datetime(2026, 3, 2, 9)
Log = dict[str, list[tuple[int, str]]]
"""Of every ticket, its steps: hours since the start, and what was done. Steps of one hour come in the order of the list."""


def load(warehouse: Warehouse, log: Log, column: str = "activity") -> None:
    """Bring a log in, its rows in no order."""
    tickets, events = [], []
    for number, steps in enumerate(log.values()):
        tickets.append(ticket(number, START))
        for line, (hour, name) in enumerate(steps):
            events.append(event(number, hour, line, **{column: name}))
    put(warehouse, "tickets", tickets)
    put(warehouse, "events", sorted(events, key=lambda row: hash((row["line"] * 7919, row["ticket_id"]))))


def event(number: int, hour: float, line: int, **given: Any) -> dict[str, Any]:
    row = {"ticket_id": f"t:{number}", "at": START + timedelta(hours=hour), "line": line, "activity": "updated"}
    return {**row, **given}


def follows(log: Log) -> dict[tuple[str, str], tuple[int, float]]:
    """How often each step comes directly after another, and after how many hours in all."""
    times: Counter[tuple[str, str]] = Counter()
    hours: Counter[tuple[str, str]] = Counter()
    for steps in log.values():
        ordered = sorted(steps, key=lambda step: step[0])
        for (since, before), (now, after) in pairwise(ordered):
            times[before, after] += 1
            hours[before, after] += now - since
    return {pair: (n, hours[pair]) for pair, n in times.items()}


def variants(log: Log) -> Counter[tuple[str, ...]]:
    """How many tickets have each sequence of steps."""
    return Counter(
        tuple(name for _, name in sorted(steps, key=lambda step: step[0])) for steps in log.values() if steps
    )
