"""How long do the pages of a process of ten million steps take, and how does that compare with pandas on the same rows?

python bench/process.py --events 10000000 [--folder F] [--json]

Each is compared with what a user would write on a frame that is in memory already: the edges by sort and shift, the
handovers by the same on teams, the variants by joining the steps of each ticket. Remaining times have no such short form.
"""

import argparse
import json
import os
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from zhenyin.core import settings
from zhenyin.job.workspace import Workspace, opened
from zhenyin.process.conformance import check_conformance
from zhenyin.process.discovery import discover
from zhenyin.process.handovers import handovers_of
from zhenyin.process.open_ticket_risk import open_ticket_risk
from zhenyin.process.ping_pong import ping_pong_of
from zhenyin.process.ticket_remaining_time import ticket_remaining_time

EVENTS_A_TICKET = 5
_TICKETS = """
    INSERT INTO tickets BY NAME
    SELECT 'demo:' || lpad(i::VARCHAR, 9, '0') AS ticket_id, TIMESTAMP '2025-01-01' + to_seconds(i * 25) AS created_at,
           true AS valid, true AS waited, 'log' AS source, '报修' AS kind, ['客服', '技术', '产品', '维修'][1 + i % 4] AS team,
           CASE WHEN ends <= last THEN ends END AS ended_at, ends + INTERVAL 1 DAY AS resolution_due_at,
           ['北京', '上海', '广东'][1 + i % 3] AS province, '故障' || (hash(i) % 40) AS fault,
           CASE WHEN ends <= last THEN took END AS resolution_seconds,
           (CASE WHEN hash(i, 2) % 20 = 0 THEN 1 ELSE 0 END)::BIGINT AS ping_pongs
    FROM (SELECT i, took, TIMESTAMP '2025-01-01' + to_seconds(i * 25 + took) AS ends,
                 TIMESTAMP '2025-01-01' + to_seconds({tickets} * 25) AS last
          FROM (SELECT i, (hash(i, 1) % 400000)::BIGINT AS took FROM range({tickets}) t(i)))"""
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


def load(workspace: Workspace, events: int) -> None:
    """Make tickets and their events on the engine, unless they are there."""
    if workspace.warehouse.query("SELECT count(*) AS n FROM events")["n"][0].as_py():
        return
    tickets = events // EVENTS_A_TICKET
    with workspace.warehouse.writing() as cursor:
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


def frame_of(workspace: Workspace) -> Any:
    """All events in pandas, in the order of their tickets' lives; sorting is timed with what needs it."""
    rows = workspace.warehouse.query(
        'SELECT ticket_id, "at", line, activity, team FROM events', seconds=600, rows=1_000_000_000
    )
    return rows.to_pandas()


def _sorted(frame: Any) -> Any:
    return frame.sort_values(["ticket_id", "at", "line"], kind="stable")


def pandas_edges(frame: Any) -> dict[tuple[str, str], int]:
    """What follows what, and how long it waited: sort, shift, group."""
    ordered = _sorted(frame)
    before = ordered.groupby("ticket_id", sort=False)[["activity", "at"]].shift()
    waited = (ordered["at"] - before["at"]).dt.total_seconds()
    edges = waited.groupby([before.activity, ordered.activity]).agg(["size", "sum"])
    return dict(edges["size"])


def pandas_handovers(frame: Any) -> dict[tuple[str, str], int]:
    """From team to team, and how long until the next step; what came of it is left out."""
    ordered = _sorted(frame)
    by_ticket = ordered.groupby("ticket_id", sort=False)
    before = by_ticket["team"].shift()
    touched = (by_ticket["at"].shift(-1) - ordered["at"]).dt.total_seconds()
    moved = before.notna() & (before != ordered.team)
    return dict(touched[moved].groupby([before[moved], ordered.team[moved]]).agg(["size", "sum"])["size"])


def pandas_variants(frame: Any) -> int:
    """How many variants there are; checking them against a reference model comes on top."""
    return int(_sorted(frame).groupby("ticket_id", sort=False)["activity"].agg(">".join).value_counts().size)


def against_pandas(workspace: Workspace, edges: Any, between: Any, variants: int) -> dict[str, float]:
    """The seconds of each, once; both must count the same."""
    frame = frame_of(workspace)
    found, map_seconds, _ = timed(lambda: pandas_edges(frame), 1)
    assert {(e.source, e.target): e.n for e in edges} == found, "both must count the same edges"
    found, handover_seconds, _ = timed(lambda: pandas_handovers(frame), 1)
    assert {(h.source, h.target): h.n for h in between} == found, "both must count the same handovers"
    found, variant_seconds, _ = timed(lambda: pandas_variants(frame), 1)
    assert found == variants, "both must find the same variants"
    return {"map": map_seconds, "handovers": handover_seconds, "conformance": variant_seconds}


def measured(workspace: Workspace) -> dict[str, Any]:
    newest = workspace.warehouse.query("SELECT max(created_at) AS n FROM tickets")["n"][0].as_py()
    os.environ["ZHENYIN_NOW"] = str(newest)
    found: dict[str, Any] = {}
    seconds: dict[str, float] = {}
    cpu: dict[str, float] = {}

    def clocked(name: str, work: Callable[[], Any], times: int = 3) -> None:
        found[name], seconds[name], cpu[name] = timed(work, times)

    clocked("map", lambda: discover(workspace))
    clocked("handovers", lambda: handovers_of(workspace))
    # The reference model that is derived from all variants is kept until rows come: the first who asks waits for it.
    clocked("conformance_first", lambda: check_conformance(workspace), 1)
    clocked("conformance", lambda: check_conformance(workspace))
    clocked("ping_pong", lambda: ping_pong_of(workspace))
    # The model of remaining times is kept for an hour: the first who asks waits for it.
    clocked("at_risk_first", lambda: open_ticket_risk(workspace), 1)
    clocked("at_risk", lambda: open_ticket_risk(workspace))
    first = found["at_risk_first"].at_risk[0].row["ticket_id"]
    clocked("remaining_time", lambda: ticket_remaining_time(workspace, first))
    graph = found["map"].graph
    pandas = against_pandas(workspace, graph.edges, found["handovers"].between_teams, graph.variants_total)
    return {
        "edges": len(graph.edges),
        "variants": graph.variants_total,
        "open": found["at_risk_first"].open,
        "seconds": {name: round(value, 2) for name, value in seconds.items()},
        "cpu_seconds": {name: round(value, 2) for name, value in cpu.items()},
        "times_pandas": {name: round(value / seconds[name], 1) for name, value in pandas.items()},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    with opened(settings.load(data_dir=folder)) as workspace:
        load(workspace, given.events)
        result = {"events": given.events} | measured(workspace)
    print(json.dumps(result) if given.json else result)


if __name__ == "__main__":
    main()
