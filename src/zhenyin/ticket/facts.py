"""What labelling reads from the warehouse and writes into it, as SQL over the facts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.facts import COUNTED
from zhenyin.warehouse.gateway import Warehouse

CHUNK = 200_000
"""Tickets that are labelled at a time."""
SECONDS = 600.0
_ALL = 1_000_000_000


def quoted(text: str) -> str:
    """A text as an SQL literal.

    >>> quoted("it's")
    "'it''s'"
    """
    return "'" + text.replace("'", "''") + "'"


def of_batch(import_batch: str | None) -> str:
    """The condition for the tickets of one import; all tickets when it is None."""
    return "true" if import_batch is None else f"import_batch = {quoted(import_batch)}"


def read(warehouse: Warehouse, sql: str) -> pa.Table:
    return warehouse.query(sql, seconds=SECONDS, rows=_ALL)


def unlabelled(warehouse: Warehouse, import_batch: str | None) -> Iterator[pa.Table]:
    """The tickets whose labels have a blank, in chunks: their text, and the labels that they have."""
    here = of_batch(import_batch)
    blank = "category IS NULL OR fault IS NULL OR kind IS NULL OR severity IS NULL OR sentiment IS NULL"
    number = read(warehouse, f"SELECT count(*) AS n FROM tickets WHERE {here}")["n"][0].as_py()
    chunks = max(1, -(-number // CHUNK))
    for chunk in range(chunks):
        yield read(
            warehouse,
            f"""SELECT ticket_id, concat_ws('。', title, description) AS text,
                       category, fault, kind, severity, sentiment
                FROM tickets
                WHERE {here} AND ({blank}) AND hash(ticket_id) % {chunks} = {chunk}
                ORDER BY ticket_id""",
        )


def fill(cursor: Cursor, field: str, labels: pa.Table, by: str) -> None:
    """Fill a blank column of tickets by labels (ticket_id, value, why), and keep why. Given values stay."""
    cursor.lend("filled", labels)
    cursor.run(
        f"UPDATE tickets SET {field} = filled.value FROM filled "
        f"WHERE tickets.ticket_id = filled.ticket_id AND tickets.{field} IS NULL"
    )
    keep(cursor, field, by)


def keep(cursor: Cursor, field: str, by: str) -> None:
    """Keep the reason of every label of the lent table `filled`."""
    cursor.run(
        f"""INSERT INTO labels BY NAME
            SELECT filled.ticket_id, {quoted(field)} AS field, value, {quoted(by)} AS "by", why, import_batch
            FROM filled JOIN tickets USING (ticket_id)"""
    )


def forget(cursor: Cursor, fields: Sequence[str], by: str, here: str) -> None:
    """Take back what `by` had filled in the tickets that meet a condition, so that it can be filled anew."""
    for field in fields:
        own = f'field = {quoted(field)} AND "by" = {quoted(by)} AND {here}'
        cursor.run(
            f"""UPDATE tickets SET {field} = NULL FROM (SELECT DISTINCT ticket_id FROM labels WHERE {own}) AS mine
                WHERE tickets.ticket_id = mine.ticket_id"""
        )
        cursor.run(f"DELETE FROM labels WHERE {own}")


def overrule(cursor: Cursor, field: str, decided: pa.Table) -> None:
    """Set a column to what people decided (ticket_id, value, why, by), whatever stands there."""
    cursor.lend("decided", decided)
    cursor.run(
        f"DELETE FROM labels USING decided WHERE labels.ticket_id = decided.ticket_id AND field = {quoted(field)} "
        "AND labels.\"by\" LIKE 'person:%'"
    )
    cursor.run(
        f"UPDATE tickets SET {field} = nullif(decided.value, '') FROM decided "
        "WHERE tickets.ticket_id = decided.ticket_id"
    )
    cursor.run(
        f"""INSERT INTO labels BY NAME
            SELECT decided.ticket_id, {quoted(field)} AS field, value, 'person:' || decided."by" AS "by", why,
                   import_batch
            FROM decided JOIN tickets USING (ticket_id)"""
    )


def undecided(field: str) -> str:
    """The condition for the tickets whose field no person has set."""
    own = f"field = {quoted(field)} AND \"by\" LIKE 'person:%'"
    return f"ticket_id NOT IN (SELECT ticket_id FROM labels WHERE {own})"


def urgency(warehouse: Warehouse, here: str, days: int) -> pa.Table:
    """Tickets without a priority that meet a condition: severity, customer, how often their fault came lately.

    same: tickets of the same product and fault in the `days` up to the ticket's day; all: of the product.
    """
    window = f"ORDER BY day RANGE BETWEEN INTERVAL {days - 1} DAY PRECEDING AND CURRENT ROW"
    return read(
        warehouse,
        f"""WITH wanted AS (
              SELECT ticket_id, severity, customer_type, product, fault, created_at::DATE AS day
              FROM tickets WHERE {here} AND priority IS NULL AND severity IS NOT NULL),
            span AS (SELECT min(day) - INTERVAL {days} DAY AS first, max(day) AS last FROM wanted),
            daily AS (
              SELECT product, fault, created_at::DATE AS day, count(*) AS n FROM tickets, span
              WHERE {COUNTED} AND product IS NOT NULL
                AND created_at::DATE BETWEEN first AND last
              GROUP BY ALL),
            by_fault AS (
              SELECT product, fault, day, sum(n) OVER (PARTITION BY product, fault {window}) AS same FROM daily),
            by_product AS (
              SELECT product, day, sum(sum(n)) OVER (PARTITION BY product {window}) AS every
              FROM daily GROUP BY product, day)
            SELECT ticket_id, severity, customer_type, fault, coalesce(same, 0) AS same, coalesce(every, 0) AS every
            FROM wanted LEFT JOIN by_fault USING (product, fault, day) LEFT JOIN by_product USING (product, day)""",
    )


def close_reports(warehouse: Warehouse, import_batch: str | None, hours: float) -> pa.Table:
    """Tickets that share a device or a customer with another one less than `hours` before or after.

    Of one import: all tickets of its devices and customers, so that a link may lead out of the import and into it.
    """
    near = " OR ".join(
        f"({key} IS NOT NULL AND (created_at - lag(created_at) OVER {key}_time <= INTERVAL {hours:g} HOUR "
        f"OR lead(created_at) OVER {key}_time - created_at <= INTERVAL {hours:g} HOUR))"
        for key in ("device_id", "customer_id")
    )
    windows = ", ".join(
        f"{key}_time AS (PARTITION BY {key} ORDER BY created_at, ticket_id)" for key in ("device_id", "customer_id")
    )
    return read(
        warehouse,
        f"""SELECT ticket_id, created_at, resolved_at, device_id, customer_id, model, category, fault,
                   concat_ws('。', title, description) AS text
            FROM tickets WHERE valid AND created_at IS NOT NULL AND {_touched(import_batch)}
            WINDOW {windows} QUALIFY {near}""",
    )


def unlink(cursor: Cursor, import_batch: str | None) -> None:
    """Take back the links of duplicates that `close_reports` of the same import would look at."""
    here = _touched(import_batch)
    cursor.run(f"UPDATE tickets SET duplicate_of = NULL WHERE duplicate_of IS NOT NULL AND {here}")
    cursor.run(
        "DELETE FROM labels WHERE field = 'duplicate_of' AND \"by\" NOT LIKE 'person:%' "
        f"AND ticket_id IN (SELECT ticket_id FROM tickets WHERE {here})"
    )


def _touched(import_batch: str | None) -> str:
    if import_batch is None:
        return "true"
    own = (
        f"{key} IN (SELECT {key} FROM tickets WHERE {of_batch(import_batch)} AND {key} IS NOT NULL)"
        for key in ("device_id", "customer_id")
    )
    return f"({' OR '.join(own)})"


def columns(**named: Sequence[Any]) -> pa.Table:
    """A table of texts to lend to the engine."""
    texts: Mapping[str, pa.Array] = {name: pa.array(values, pa.string()) for name, values in named.items()}
    return pa.table(dict(texts))
