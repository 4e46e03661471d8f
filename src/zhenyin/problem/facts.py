"""Problem of each ticket, written into the facts, so that every figure can be cut by problem.

The warehouse may be rebuilt at any time: the column is calculated again from what people decided.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from zhenyin.metrics import METRICS
from zhenyin.problem.models import Problem
from zhenyin.problem.slices import filters
from zhenyin.question.models import Question, Span
from zhenyin.question.period import Period
from zhenyin.question.plan import kept
from zhenyin.question.sums import span
from zhenyin.warehouse import urgency
from zhenyin.warehouse.gateway import Warehouse


@dataclass(frozen=True, slots=True)
class TicketCount:
    """The tickets of a problem: how many, and the most frequent priority among them."""

    tickets: int
    priority: str | None


def relink(warehouse: Warehouse, problems: Sequence[Problem], by_hand: Sequence[tuple[str, str, bool]]) -> int:
    """Assign every ticket to its problem anew: links by hand first, then the slice whose problem began last.

    by_hand: (problem, ticket, whether it belongs to it). Returns how many tickets changed.
    """
    if not problems:
        return 0
    covered = span(warehouse)
    began = sorted(problems, key=lambda p: (p.since or date.min, p.created_at))
    slices = [] if covered is None else [_slice(warehouse, p, n, covered) for n, p in enumerate(began) if p.where]
    whose = {
        "problem_id": pa.array([p.id for p in began], pa.string()),
        "place": pa.array(range(len(began)), pa.int64()),
    }
    # A ticket that was taken out of a problem stays out, whatever its slice says; one that was put in stays in.
    nowhere = "SELECT NULL::VARCHAR AS ticket_id, NULL::BIGINT AS place WHERE false"
    with warehouse.writing() as cursor:
        cursor.lend("whose", pa.table(whose))
        cursor.lend("hand", _by_hand(by_hand))
        cursor.run(
            f"""CREATE OR REPLACE TEMP TABLE belonging AS
                WITH sliced AS ({" UNION ALL ".join(slices) or nowhere}),
                     claims AS (
                        SELECT ticket_id, problem_id, place FROM sliced JOIN whose USING (place)
                            ANTI JOIN (FROM hand WHERE NOT linked) USING (ticket_id, problem_id)
                        UNION ALL SELECT ticket_id, problem_id, place + {len(began)} FROM hand JOIN whose
                            USING (problem_id) WHERE linked)
                SELECT ticket_id, arg_max(problem_id, place) AS problem_id FROM claims GROUP BY ticket_id"""
        )
        changed = """SELECT t.ticket_id, b.problem_id FROM tickets t LEFT JOIN belonging b USING (ticket_id)
                     WHERE t.problem_id IS DISTINCT FROM b.problem_id"""
        cursor.run(f"CREATE OR REPLACE TEMP TABLE rehomed AS {changed}")
        cursor.run("UPDATE tickets SET problem_id = r.problem_id FROM rehomed r WHERE tickets.ticket_id = r.ticket_id")
        return int(next(iter(cursor.run("SELECT count(*) FROM rehomed"))).column(0)[0].as_py())


def counts(warehouse: Warehouse) -> dict[str, TicketCount]:
    """The tickets of every problem that has some."""
    sql = "SELECT problem_id, priority, count(*) AS n FROM tickets WHERE problem_id IS NOT NULL GROUP BY ALL"
    found: dict[str, Counter[str | None]] = {}
    for row in warehouse.query(sql).to_pylist():
        found.setdefault(row["problem_id"], Counter())[row["priority"]] += row["n"]
    return {key: TicketCount(sum(by.values()), _most_frequent_priority(by)) for key, by in found.items()}


def _most_frequent_priority(by: Counter[str | None]) -> str | None:
    """The most frequent priority; of two as frequent the more urgent, *unknown* only where nothing is known."""
    given = sorted((word for word in by if word is not None), key=lambda word: (_rank(word), word))
    return max(given, key=lambda word: by[word], default=None)


def _rank(word: str) -> int:
    level = urgency.level(word)
    return urgency.LEVELS.index(level) if level else len(urgency.LEVELS)


def _slice(warehouse: Warehouse, problem: Problem, place: int, covered: Span) -> str:
    """The tickets that the figure of a problem's slice counts, from its first day on."""
    part = METRICS[problem.metric].numerator
    if part.fact != "tickets":
        part = METRICS["ticket_count"].numerator
    since = Period(problem.since, date.max) if problem.since else None
    rows = kept(part, Question((problem.metric,), (), filters(problem.where), since), covered)
    return f"SELECT ticket_id, {place}::BIGINT AS place FROM ({warehouse.sql(rows.select('ticket_id'))})"


def _by_hand(by_hand: Sequence[tuple[str, str, bool]]) -> pa.Table:
    columns = list(zip(*by_hand, strict=True)) or [(), (), ()]
    return pa.table(
        {
            "problem_id": pa.array(columns[0], pa.string()),
            "ticket_id": pa.array(columns[1], pa.string()),
            "linked": pa.array(columns[2], pa.bool_()),
        }
    )
