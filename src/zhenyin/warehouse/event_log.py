"""Tickets and events rebuilt from a table with one row per change. The engine sorts and groups: memory stays bounded."""

from collections.abc import Iterable

from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse.engines import Cursor

ACTIVITIES = (
    ("reopened", "re-?open|重开|重新打开|重新激活"),
    ("transferred", "transfer|re-?assign|escalat|转派|转单|转交|移交|升级"),
    ("classified", "classif|categor|seriousness|severity|triage|定级|分类"),
    ("resolved", "resol|solv|解决|完成|办结|完工|修复"),
    ("closed", "clos|关闭|结案|归档|关单"),
    ("replied", "repl|respon|回复|答复|响应|contacted"),
    ("assigned", "assign|take in charge|accept|派单|分派|指派|受理|接单"),
    ("rated", "rated|rating|survey|评价|回访|评分"),
    ("reported", "creat|report|insert|^open|^new|submit|新建|创建|提交|登记|报修"),
)
"""What exports call a step → the product's own word for it; the first that fits."""
_DONE, _CLOSED = "resol|solv|complet|done|解决|完成|办结", "clos|cancel|关闭|结案|归档|取消"
_LOG_ONLY = ("at", "activity", "actor", "from_value", "to_value")


def activity(cell: str) -> str:
    """A step by the product's own word; as the source says where none fits."""
    cases = " ".join(f"WHEN regexp_matches(lower({cell}), {sql.text(words)}) THEN '{own}'" for own, words in ACTIVITIES)
    return f"CASE {cases} ELSE {cell} END"


def rebuild(cursor: Cursor, given: Iterable[str]) -> None:
    """From `typed` (one row per change) make `typed_events` and, one row per ticket, `typed` anew."""
    columns = set(given)
    for name in ("activity", "actor", "team", "status", "from_value", "to_value"):
        if name not in columns:
            cursor.run(f"ALTER TABLE typed ADD COLUMN {name} VARCHAR")
    cursor.run(_steps("activity" in columns))
    cursor.run(_events())
    cursor.run(_tickets(columns))
    cursor.run("DROP TABLE typed")
    cursor.run("ALTER TABLE typed_tickets RENAME TO typed")


def _steps(named: bool) -> str:
    done, closed = f"regexp_matches(lower(status), '{_DONE}')", f"regexp_matches(lower(status), '{_CLOSED}')"
    was_done = f"regexp_matches(lower(old_status), '{_DONE}|{_CLOSED}')"
    recorded = f"""CASE WHEN n = 1 THEN 'reported'
        WHEN status <> old_status AND {was_done} AND NOT ({done} OR {closed}) THEN 'reopened'
        WHEN status <> old_status AND {done} THEN 'resolved' WHEN status <> old_status AND {closed} THEN 'closed'
        WHEN team <> old_team THEN 'transferred' WHEN team IS NOT NULL AND old_team IS NULL THEN 'assigned'
        WHEN status <> old_status THEN 'changed' ELSE 'updated' END"""
    return f"""
        CREATE OR REPLACE TEMP TABLE steps AS
        SELECT line, source_id, "at", n, actor, team, status, old_status, old_team, from_value, to_value,
               {activity("activity") if named else recorded} AS activity, coalesce(activity, status) AS step
        FROM (SELECT line, source_id, "at", actor, team, status, activity, from_value, to_value,
                     row_number() OVER w AS n, lag(status IGNORE NULLS) OVER w AS old_status,
                     lag(team IGNORE NULLS) OVER w AS old_team
              FROM typed WINDOW w AS (PARTITION BY source_id ORDER BY "at", line))"""


def _events() -> str:
    moved = "activity IN ('transferred', 'assigned')"
    changed = "status IS NOT NULL AND status IS DISTINCT FROM old_status AND n > 1"
    old = f"CASE WHEN {moved} THEN old_team WHEN {changed} THEN old_status END"
    new = f"CASE WHEN {moved} THEN team WHEN {changed} OR n = 1 THEN status END"
    return f"""
        CREATE OR REPLACE TEMP TABLE typed_events AS
        SELECT line, source_id, "at", activity, step, actor, team, coalesce(from_value, {old}) AS from_value,
               coalesce(to_value, {new}) AS to_value FROM steps"""


def _tickets(given: set[str]) -> str:
    made = {
        "created_at": "min(s.at)",
        "first_response_at": """coalesce(min(s.at) FILTER (s.activity = 'replied'),
            min(s.at) FILTER (s.n > 1 AND s.status <> f.status),
            min(s.at) FILTER (s.n > 1 AND s.actor <> f.actor), min(s.at) FILTER (s.n = 2))""",
        "resolved_at": "max(s.at) FILTER (s.activity = 'resolved')",
        "closed_at": "max(s.at) FILTER (s.activity = 'closed')",
        "status": "arg_max(s.activity, s.n)",
        "transfers": "count(*) FILTER (s.activity = 'transferred')",
        "reopens": "count(*) FILTER (s.activity = 'reopened')",
    }
    own = [name for name in sorted(given) if name not in (*_LOG_ONLY, "source_id")]
    last = ", ".join(f"{_last(name)} AS {sql.name(name)}" for name in own)
    rest = ", ".join(f"{value} AS {name}" for name, value in made.items() if name not in own)
    agent = "" if "agent" in own else ", arg_max(s.actor, s.n) AS agent"
    return f"""
        CREATE OR REPLACE TEMP TABLE typed_tickets AS
        SELECT s.source_id, arg_max(t.line, s.n) AS line, arg_max(t.extra, s.n) AS extra, 0::BIGINT AS bad
               {"," if last else ""} {last} {"," if rest else ""} {rest} {agent}
        FROM steps s JOIN typed t ON t.line = s.line
        JOIN (SELECT source_id AS case_id, status, actor FROM steps WHERE n = 1) f ON f.case_id = s.source_id
        GROUP BY s.source_id"""


def _last(column: str) -> str:
    """The last thing said of a ticket; it was created no later than it first changed."""
    if column == "created_at":
        return "coalesce(min(t.created_at), min(s.at))"
    return f"arg_max(t.{sql.name(column)}, s.n)"
