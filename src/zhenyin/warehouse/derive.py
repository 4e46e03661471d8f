"""What a ticket's columns say only together with other rows: repeats, returns to a team, time limits.

Only tickets of the devices and customers at hand are looked at, so that a small batch costs little in a large warehouse.
"""

from collections.abc import Mapping

from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse import urgency
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.facts import COUNTED

LONGEST_REPEAT_DAYS = 60
"""Gaps up to this are kept; the definition of a repeat (30 days) is the metric's."""
LIMITS: Mapping[str | None, tuple[float, float]] = {
    "紧急": (1, 24),
    "高": (4, 48),
    "中": (8, 72),
    "低": (24, 168),
    None: (8, 72),
}
"""Hours to first response and to resolution, by priority; None: where the priority is unknown."""
_WHOSE = "coalesce('d' || chr(31) || device_id, 'c' || chr(31) || customer_id || chr(31) || model)"
_FAULTY = "coalesce(kind, '') NOT IN ('咨询', '建议')"
_SOLVED = "resolved_at >= created_at"


def derive(cursor: Cursor, import_batch: str, limits: Mapping[str | None, tuple[float, float]] = LIMITS) -> None:
    """Work out the derived columns of an import's tickets, and of earlier ones of the same devices and customers."""
    touch(cursor, import_batch)
    derive_touched(cursor, limits)


def touch(cursor: Cursor, import_batch: str) -> None:
    """Remember what an import is about, in `touched` and `touched_tickets`; call it before its rows are gone."""
    batch = sql.text(import_batch)
    cursor.run(
        f"""CREATE OR REPLACE TEMP TABLE touched AS SELECT DISTINCT {_WHOSE} AS whose FROM (
            SELECT device_id, customer_id, model FROM tickets WHERE import_batch = {batch}
            UNION ALL SELECT device_id, customer_id, model FROM shadowed_tickets WHERE replaced_by = {batch})"""
    )
    cursor.run(
        f"""CREATE OR REPLACE TEMP TABLE touched_tickets AS SELECT ticket_id FROM (
            SELECT ticket_id FROM tickets WHERE import_batch = {batch}
            UNION SELECT ticket_id FROM events WHERE import_batch = {batch}
            UNION SELECT ticket_id FROM shadowed_tickets WHERE replaced_by = {batch})"""
    )


def derive_touched(cursor: Cursor, limits: Mapping[str | None, tuple[float, float]] = LIMITS) -> None:
    """Work out the derived columns of what `touch` remembered."""
    cursor.run(_candidates())
    cursor.run(_derived(limits))
    columns = ("repeat_of", "repeat_days", "next_repeat_days", "next_repair_days", "ping_pongs")
    names = (*columns, "response_due_at", "resolution_due_at")
    changed = " OR ".join(f"t.{name} IS DISTINCT FROM d.{name}" for name in names)
    values = ", ".join(f"{name} = d.{name}" for name in names)
    cursor.run(
        f"""CREATE OR REPLACE TEMP TABLE rewritten AS
            SELECT d.* FROM tickets t JOIN derived d USING (ticket_id) WHERE {changed}"""
    )
    cursor.run(f"UPDATE tickets SET {values} FROM rewritten d WHERE tickets.ticket_id = d.ticket_id")


def _candidates() -> str:
    return f"""
        CREATE OR REPLACE TEMP TABLE candidates AS
        SELECT ticket_id, {_WHOSE} AS whose, device_id, category, kind, created_at, resolved_at, priority,
               {COUNTED} AS counts, {_FAULTY} AS faulty, {_SOLVED} AS solved
        FROM tickets WHERE {_WHOSE} IN (SELECT whose FROM touched)
                        OR ticket_id IN (SELECT ticket_id FROM touched_tickets)"""


def _derived(limits: Mapping[str | None, tuple[float, float]]) -> str:
    response, resolution = (_hours(limits, at) for at in (0, 1))
    return f"""
        CREATE OR REPLACE TEMP TABLE derived AS
        WITH earlier AS (SELECT * FROM candidates WHERE counts AND faulty AND solved),
             later AS (SELECT * FROM candidates WHERE counts AND faulty),
             repeated AS (
                SELECT l.ticket_id, e.ticket_id AS repeat_of, {_days("l.created_at", "e.resolved_at")} AS repeat_days
                FROM later l ASOF JOIN earlier e
                  ON l.whose = e.whose AND l.category = e.category AND l.created_at > e.resolved_at),
             came_back AS (
                SELECT e.ticket_id, {_days("l.created_at", "e.resolved_at")} AS next_repeat_days
                FROM earlier e ASOF JOIN later l
                  ON l.whose = e.whose AND l.category = e.category AND e.resolved_at < l.created_at),
             repaired AS (
                SELECT e.ticket_id, {_days("l.created_at", "e.resolved_at")} AS next_repair_days
                FROM (FROM earlier WHERE kind = '报修') e ASOF JOIN (FROM later WHERE kind = '报修') l
                  ON l.device_id = e.device_id AND e.resolved_at < l.created_at)
        SELECT c.ticket_id,
               CASE WHEN r.repeat_days <= {LONGEST_REPEAT_DAYS} THEN r.repeat_of END AS repeat_of,
               CASE WHEN r.repeat_days <= {LONGEST_REPEAT_DAYS} THEN r.repeat_days END AS repeat_days,
               CASE WHEN b.next_repeat_days <= {LONGEST_REPEAT_DAYS} THEN b.next_repeat_days END AS next_repeat_days,
               CASE WHEN f.next_repair_days <= {LONGEST_REPEAT_DAYS} THEN f.next_repair_days END AS next_repair_days,
               p.ping_pongs, c.created_at + {response} AS response_due_at, c.created_at + {resolution} AS resolution_due_at
        FROM candidates c LEFT JOIN repeated r USING (ticket_id) LEFT JOIN came_back b USING (ticket_id)
             LEFT JOIN repaired f USING (ticket_id) LEFT JOIN ({_ping_pongs()}) p USING (ticket_id)"""


def _ping_pongs() -> str:
    """Returns to a team that had the ticket before: stays of teams in a row, less the teams there were."""
    return """
        SELECT ticket_id, greatest(count(*) FILTER (moved) - count(DISTINCT team), 0) AS ping_pongs FROM (
            SELECT ticket_id, team, team IS DISTINCT FROM lag(team) OVER (PARTITION BY ticket_id ORDER BY "at", line)
                   AS moved
            FROM events
            WHERE team IS NOT NULL AND ticket_id IN (SELECT ticket_id FROM candidates))
        GROUP BY ticket_id"""


def _days(later: str, earlier: str) -> str:
    return f"epoch({later} - {earlier}) / 86400"


def _hours(limits: Mapping[str | None, tuple[float, float]], at: int) -> str:
    cases = " ".join(
        f"WHEN {sql.text(priority)} THEN INTERVAL {int(hours[at] * 60)} MINUTE"
        for priority, hours in limits.items()
        if priority is not None
    )
    return f"CASE {urgency.expression('priority')} {cases} ELSE INTERVAL {int(limits[None][at] * 60)} MINUTE END"
