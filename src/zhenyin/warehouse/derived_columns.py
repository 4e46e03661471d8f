"""Columns that follow from others of the same row, worked out once when the row comes in, and not for every question."""

from collections.abc import Collection

from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse.facts import ELAPSED

_ENDINGS = {"resolved_at", "closed_at", "status"}
"""Where a source has none of these columns, nobody says when or whether its tickets end."""


def derived_columns(fact: str, present: Collection[str]) -> dict[str, str]:
    """Column of the fact → its expression over the columns that are there; those that are not are taken as unknown.

    `stage`, what the word of a row's status says (see status.py), stands beside the rows where they have a status.
    """
    if fact != "tickets" or "created_at" not in present:
        return {}
    elapsed = {column: sql.elapsed(*moments) for column, moments in ELAPSED.items() if set(moments) <= set(present)}
    return {**elapsed, **_ends(present), "scored_at": _scored(present)}


def _ends(present: Collection[str]) -> dict[str, str]:
    """A word of the source's may say that a ticket is over; it never says when, and no time is made up for it."""
    resolved, closed = (_moment(name, present) for name in ("resolved_at", "closed_at"))
    stage = "stage" if "status" in present else "NULL"
    ended, over = f"coalesce({resolved}, {closed})", f"coalesce({stage} IN ('resolved', 'closed'), false)"
    # Resolved at a known time is closed after days without objection only; without a time there are no days to count.
    shut = f"CASE WHEN {resolved} IS NULL THEN {over} ELSE coalesce({stage} = 'closed', false) END"
    return {
        "ended_at": ended,
        # One that ended before it was created, as a broken source may say, was never open.
        "waited": f"CASE WHEN {ended} IS NULL THEN NOT {over} ELSE {ended} >= created_at END",
        "closed": f"CASE WHEN {closed} IS NOT NULL THEN true ELSE {shut} END",
        # Messages of a chat are never closed by anybody: what cannot end is neither open nor overdue.
        "ends_recorded": "true" if _ENDINGS & set(present) else "false",
    }


def _scored(present: Collection[str]) -> str:
    """A rating without a time of its own counts when the ticket ended, or when it was made."""
    scores = ", ".join(name if name in present else "NULL" for name in ("csat", "nps"))
    moments = ", ".join(_moment(name, present) for name in ("rated_at", "closed_at", "resolved_at", "created_at"))
    return f"CASE WHEN coalesce({scores}) IS NOT NULL THEN coalesce({moments}) END"


def _moment(name: str, present: Collection[str]) -> str:
    return name if name in present else "NULL::TIMESTAMP"
