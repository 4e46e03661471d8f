"""What topics read from the warehouse and write into it, as SQL over the facts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from zhenyin.dimensions import used_for
from zhenyin.ticket.facts import CHUNK, columns, of_batch, quoted, read
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.facts import COUNTED
from zhenyin.warehouse.gateway import Warehouse

NAMES = used_for("proper_name")
"""Columns whose values are names that say nothing of what a ticket is about."""
LABELS = used_for("topic_context")
_TEXT = "concat_ws('。', title, description)"
_COUNTED_TICKETS = f"{COUNTED} AND {_TEXT} <> ''"
_CASE = "ticket_id, created_at, title, description, model, fault, cause, solution, topic"
_ANSWER = "concat_ws('。', cause, solution)"
_MOST_NAMES = 5_000
_MAX_SEARCHED = 1_000_000
"""Newest solved tickets that are searched for similar ones: a second of work."""
ALL = 10_000_000
"""More than any topic has tickets."""


def sample(warehouse: Warehouse, most: int) -> pa.Table:
    """Up to `most` counted tickets by chance (always the same): text, answer, labels, and the topic they have."""
    return read(
        warehouse,
        f"""SELECT ticket_id, {_TEXT} AS text, {_ANSWER} AS answer, {", ".join(LABELS)}, topic FROM tickets
            WHERE {_COUNTED_TICKETS} ORDER BY hash(ticket_id), ticket_id LIMIT {most}""",
    )


def with_text(warehouse: Warehouse) -> int:
    """How many counted tickets have a text."""
    return int(read(warehouse, f"SELECT count(*) AS n FROM tickets WHERE {_COUNTED_TICKETS}")["n"][0].as_py())


def texts_between(warehouse: Warehouse, start: date, end: date, most: int) -> tuple[list[str], int]:
    """Texts of up to `most` counted tickets by chance, created from start until before end; and how many there are."""
    here = f"FROM tickets WHERE {_COUNTED_TICKETS} AND created_at >= DATE '{start}' AND created_at < DATE '{end}'"
    whole = read(warehouse, f"SELECT count(*) AS n {here}")["n"][0].as_py()
    rows = read(warehouse, f"SELECT {_TEXT} AS text {here} ORDER BY hash(ticket_id), ticket_id LIMIT {most}")
    return rows["text"].to_pylist(), whole


def names(warehouse: Warehouse) -> frozenset[str]:
    """The values of the columns of names."""
    parts = (f"SELECT DISTINCT {name} AS name FROM tickets WHERE {name} IS NOT NULL" for name in NAMES)
    found = read(warehouse, f"SELECT name FROM ({' UNION '.join(parts)}) LIMIT {_MOST_NAMES}")
    return frozenset(found["name"].to_pylist())


def texts(warehouse: Warehouse, import_batch: str | None) -> Iterator[pa.Table]:
    """All tickets with a text, of one import or all: ticket_id and text, in chunks."""
    here = f"{of_batch(import_batch)} AND {_TEXT} <> ''"
    number = read(warehouse, f"SELECT count(*) AS n FROM tickets WHERE {here}")["n"][0].as_py()
    chunks = max(1, -(-number // CHUNK))
    for chunk in range(chunks):
        yield read(
            warehouse,
            f"SELECT ticket_id, {_TEXT} AS text FROM tickets WHERE {here} AND hash(ticket_id) % {chunks} = {chunk}",
        )


def newest(warehouse: Warehouse, topic: str, most: int) -> pa.Table:
    """The newest counted tickets of a topic."""
    return read(
        warehouse,
        f"""SELECT ticket_id, {_TEXT} AS text, created_at, product_line, model, solution FROM tickets
            WHERE topic = {quoted(topic)} AND {_COUNTED_TICKETS} ORDER BY created_at DESC, ticket_id LIMIT {most}""",
    )


def assign(cursor: Cursor, tickets: Sequence[str], topics: Sequence[str | None]) -> None:
    """Give tickets their topics; None for none."""
    cursor.lend("assigned", columns(ticket_id=tickets, topic=topics))
    cursor.run(
        """UPDATE tickets SET topic = assigned.topic FROM assigned
           WHERE tickets.ticket_id = assigned.ticket_id AND tickets.topic IS DISTINCT FROM assigned.topic"""
    )


def rename(cursor: Cursor, before: str, after: str) -> None:
    """Let the tickets of one topic bear another name."""
    cursor.run(f"UPDATE tickets SET topic = {quoted(after)} WHERE topic = {quoted(before)}")


def similar(
    warehouse: Warehouse, words: Mapping[str, float], topic: str | None, before: datetime | None, most: int
) -> list[dict[str, Any]]:
    """Solved tickets from before a moment: up to `most` with the most weight of the words, and as many of the topic."""
    earlier = f"created_at < TIMESTAMP '{before}'" if before else "true"
    columns_ = f"ticket_id, created_at, {_TEXT} AS text, model, fault, cause, solution"
    solved = f"FROM (SELECT {_CASE} FROM tickets WHERE {_COUNTED_TICKETS} AND {earlier} AND solution IS NOT NULL"
    newest_ = f"{solved} ORDER BY created_at DESC LIMIT {_MAX_SEARCHED})"
    score = " + ".join(
        f"{weight:.6f} * contains(lower({_TEXT}), {quoted(word)})::INT" for word, weight in words.items()
    )
    parts = []
    if words:
        parts.append(f"(SELECT {columns_} {newest_} ORDER BY {score} DESC, created_at DESC, ticket_id LIMIT {most})")
    if topic:
        same = f"{solved} AND topic = {quoted(topic)})"
        parts.append(f"(SELECT {columns_} {same} ORDER BY created_at DESC, ticket_id LIMIT {most})")
    if not parts:
        return []
    rows: list[dict[str, Any]] = read(
        warehouse, f"SELECT * FROM ({' UNION '.join(parts)}) ORDER BY created_at DESC, ticket_id"
    ).to_pylist()
    return rows
