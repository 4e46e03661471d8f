"""How long does the map of a process of ten million steps take, and how does that compare with pandas on the same rows?

python bench/process.py --events 10000000 [--folder F] [--json]
"""

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from zhenyin.core import settings
from zhenyin.flows.ping_pong import bouncing
from zhenyin.flows.process import discover
from zhenyin.job.house import House, opened

EVENTS_A_TICKET = 5
_TICKETS = """
    INSERT INTO tickets BY NAME
    SELECT 'demo:' || lpad(i::VARCHAR, 9, '0') AS ticket_id, TIMESTAMP '2025-01-01' + to_seconds(i * 25) AS created_at,
           true AS valid, ['北京', '上海', '广东'][1 + i % 3] AS province, '故障' || (hash(i) % 40) AS fault,
           (hash(i, 1) % 400000)::BIGINT AS resolution_seconds,
           (CASE WHEN hash(i, 2) % 20 = 0 THEN 1 ELSE 0 END)::BIGINT AS ping_pongs
    FROM range({tickets}) t(i)"""
_EVENTS = """
    INSERT INTO events BY NAME
    SELECT 'demo:' || lpad(i::VARCHAR, 9, '0') AS ticket_id, i * 5 + n AS line,
           TIMESTAMP '2025-01-01' + to_seconds(i * 25 + n * 7200 + (h % 7000)::BIGINT) AS "at",
           CASE n WHEN 0 THEN 'reported' WHEN 1 THEN 'assigned'
                  WHEN 4 THEN CASE WHEN h % 10 = 0 THEN 'rated' ELSE 'closed' END
                  ELSE ['replied', 'transferred', 'resolved', 'reopened'][1 + (h % 4)::INT] END AS activity,
           ['客服', '技术', '产品', '维修'][1 + (h % 4)::INT] AS team, 'a' || (h % 200) AS actor
    FROM (SELECT i, n, hash(i * 31 + n) AS h FROM range({first}, {last}) t(i), range({each}) s(n))"""
_PART = 200_000


def load(house: House, events: int) -> None:
    """Make tickets and their events on the engine, unless they are there."""
    if house.warehouse.query("SELECT count(*) AS n FROM events")["n"][0].as_py():
        return
    tickets = events // EVENTS_A_TICKET
    with house.warehouse.writing() as cursor:
        cursor.run(_TICKETS.format(tickets=tickets))
        for first in range(0, tickets, _PART):
            cursor.run(_EVENTS.format(first=first, last=min(first + _PART, tickets), each=EVENTS_A_TICKET))


def timed(work: Callable[[], Any], times: int = 3) -> tuple[Any, float, float]:
    """What the work gives, and the least of its seconds and of its seconds of processor time over some runs."""
    wall, cpu = [], []
    for _ in range(times):
        started, used = time.perf_counter(), _cpu()
        found = work()
        wall.append(time.perf_counter() - started)
        cpu.append(_cpu() - used)
    return found, min(wall), min(cpu)


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def by_pandas(house: House) -> tuple[dict[tuple[str, str], int], float]:
    """The edges by sort and shift, data already in memory, and the seconds."""
    frame = house.warehouse.query(
        'SELECT ticket_id, "at", line, activity FROM events', seconds=600, rows=1_000_000_000
    ).to_pandas()
    started = time.perf_counter()
    ordered = frame.sort_values(["ticket_id", "at", "line"], kind="stable")
    before = ordered.groupby("ticket_id", sort=False)[["activity", "at"]].shift()
    waited = (ordered["at"] - before["at"]).dt.total_seconds()
    edges = waited.groupby([before.activity, ordered.activity]).agg(["size", "sum"])
    return edges["size"].to_dict(), time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    with opened(settings.load(data_dir=folder)) as house:
        load(house, given.events)
        found, seconds, cpu = timed(lambda: discover(house))
        _, bounce, _ = timed(lambda: bouncing(house), 1)
        theirs, pandas_seconds = by_pandas(house)
        assert {(e.source, e.target): e.n for e in found.graph.edges} == theirs, "both must count the same edges"
    result = {
        "events": given.events,
        "edges": len(theirs),
        "variants": found.graph.of,
        "map_seconds": round(seconds, 2),
        "map_cpu_seconds": round(cpu, 2),
        "ping_pong_seconds": round(bounce, 2),
        "times_pandas": round(pandas_seconds / seconds, 1),
    }
    print(json.dumps(result) if given.json else result)


if __name__ == "__main__":
    main()
