"""Numbers that do not tell tickets apart: another creation under the same number is another ticket."""

from zhenyin.core.words import Words
from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.load import Found, note, one

AGAIN = Words(
    "编号相同而创建时间不同，视为另一张工单，编号后加上创建时间。",
    "The same number with another creation is another ticket; its creation is put behind the number.",
)


def separate(cursor: Cursor, source: str) -> None:
    """Give rows of `typed` their creation behind the number where that number has another one, here or in the facts.

    The ticket that is in the facts keeps its number, else the earliest of the file. Numbers of a source are hers for
    good, and a later export may correct a creation; only those that count from one in every file are compared with the
    facts. A day without a clock is the same as any moment of that day.
    """
    kept = "min(created_at)"
    known = f"SELECT source_id, {kept} AS kept FROM typed GROUP BY source_id HAVING count(DISTINCT created_at) > 1"
    if _count_from_one(cursor):
        earlier = f"SELECT source_id, created_at FROM tickets WHERE source = {sql.text(source)}"
        known = f"""SELECT source_id, coalesce(any_value(e.created_at), any_value(t.kept)) AS kept
            FROM (SELECT source_id, {kept} AS kept, count(DISTINCT created_at) AS n FROM typed GROUP BY source_id) t
            LEFT JOIN ({earlier}) e USING (source_id) GROUP BY source_id
            HAVING any_value(t.n) > 1 OR any_value(e.created_at) <> any_value(t.kept)"""
    cursor.run(
        f"""CREATE OR REPLACE TEMP TABLE apart AS SELECT t.line, t.source_id AS value,
            t.source_id || '@' || strftime(t.created_at, '%Y-%m-%d %H:%M:%S') AS number
            FROM typed t JOIN ({known}) k USING (source_id) WHERE NOT {_same("t.created_at", "k.kept")}"""
    )
    if not one(cursor, "SELECT count(*) FROM apart"):
        return
    select = "SELECT line, 'source_id' AS column_name, value FROM apart"
    note(cursor, "tickets", [Found("number_used_again", AGAIN, select)])
    cursor.run("UPDATE typed SET source_id = number FROM apart WHERE typed.line = apart.line")


def _count_from_one(cursor: Cursor) -> bool:
    first = "min(TRY_CAST(regexp_extract(source_id, '([0-9]+)$', 1) AS BIGINT))"
    return bool(one(cursor, f"SELECT ({first} <= 1)::INTEGER FROM typed"))


def _same(left: str, right: str) -> str:
    days = f"CAST({left} AS DATE) = CAST({right} AS DATE)"
    midnight = " OR ".join(f"CAST({moment} AS TIME) = TIME '00:00'" for moment in (left, right))
    return f"({left} = {right} OR ({days} AND ({midnight})))"
