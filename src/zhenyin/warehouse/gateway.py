"""The one door to the facts: every query gets a time-out, a row limit, a log line, and can be cancelled."""

import logging
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from zhenyin.core import work
from zhenyin.core.errors import TooMany, Unavailable
from zhenyin.core.settings import Settings
from zhenyin.warehouse import tables
from zhenyin.warehouse.engines import ENGINES, Cursor, Engine

log = logging.getLogger("zhenyin.query")
_LITERAL = re.compile(r"'(?:[^']|'')*'")


class Cancel:
    """A flag that a waiting person may raise from another thread; queries that were given it stop at once."""

    def __init__(self) -> None:
        self.raised = False
        self._cursors: set[Cursor] = set()
        self._work: set[work.Work] = set()

    def __call__(self) -> None:
        self.raised = True
        for one in list(self._work):
            one.stop()
        for cursor in list(self._cursors):
            cursor.interrupt()

    @contextmanager
    def stopping(self, waited_for: work.Work) -> Iterator[None]:
        """Within: this work stops as well once the flag is raised."""
        self._work.add(waited_for)
        try:
            if self.raised:
                waited_for.stop()
            yield
        finally:
            self._work.discard(waited_for)

    @contextmanager
    def watching(self, cursor: Cursor) -> Iterator[None]:
        self._cursors.add(cursor)
        try:
            yield
        finally:
            self._cursors.discard(cursor)


class Warehouse:
    """An open warehouse. Safe to use from many threads."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self.engine, self.settings = engine, settings
        self._queries = Cancel()
        with self.writing() as cursor:
            tables.prepare(cursor)

    def sql(self, expression: Table) -> str:
        """The SQL that would run for an ibis expression, formatted for reading."""
        return str(ibis.to_sql(expression, dialect=self.engine.dialect))

    def query(
        self,
        expression: Table | str,
        *,
        seconds: float | None = None,
        rows: int | None = None,
        cancel: Cancel | None = None,
    ) -> pa.Table:
        """Run an expression and return all its rows.

        Raises Unavailable (`query-too-slow`) after `seconds`, TooMany (`query-too-large`) above `rows`
        (both default to the settings), Unavailable (`query-cancelled`) when `cancel` was raised.
        """
        work.check()
        sql = expression if isinstance(expression, str) else self.sql(expression)
        limit = rows or self.settings.query_rows
        started = time.perf_counter()
        batches: list[pa.RecordBatch] = []
        with self._reading(sql, seconds or self.settings.query_seconds, cancel) as (cursor, stream):
            taken = 0
            for batch in stream:
                batches.append(batch)
                taken += batch.num_rows
                if taken > limit:
                    raise _too_large(limit)
            schema = cursor.schema()
        log.info("%.3f s, %d rows: %s", time.perf_counter() - started, taken, without_values(sql))
        return pa.Table.from_batches(batches, schema)

    @contextmanager
    def writing(self, *, later: bool = False) -> Iterator[Cursor]:
        """One transaction: what raises inside is undone. Writers take turns; readers go on seeing the last commit.

        `later`: it begins only with the cursor's `begin()`. Temporary tables that are made before that are read by
        many threads; what a transaction made itself, DuckDB reads with one.
        """
        with self.engine.writing(later=later) as cursor:
            yield cursor

    def cancel_queries(self) -> None:
        """Stop every query that runs, as `query-cancelled`, and let none begin: the process is about to end."""
        self._queries()

    def close(self) -> None:
        self.engine.close()

    @contextmanager
    def _reading(
        self, sql: str, seconds: float, cancel: Cancel | None
    ) -> Iterator[tuple[Cursor, Iterator[pa.RecordBatch]]]:
        cancel, cursor, late = cancel or Cancel(), self.engine.cursor(), threading.Event()
        waited_for = work.current() or work.Work()

        def cut_off() -> None:
            late.set()
            cursor.interrupt()

        timer = threading.Timer(seconds, cut_off)
        timer.daemon = True
        timer.start()
        try:
            with cancel.watching(cursor), self._queries.watching(cursor), waited_for.stopping(cursor.interrupt):
                if cancel.raised or self._queries.raised:
                    raise _cancelled()
                waited_for.check()
                yield cursor, cursor.run(sql)
        except Exception as error:
            if late.is_set():
                raise _too_slow(seconds) from error
            if cancel.raised or self._queries.raised or waited_for.stopped:
                raise _cancelled() from error
            raise
        finally:
            timer.cancel()
            cursor.close()


def connect(settings: Settings, folder: Path | None = None, engine: str = "duckdb") -> Warehouse:
    """Open the warehouse of an installation (or of `folder`), making its tables where they are missing."""
    return Warehouse(ENGINES[engine](settings, folder or settings.data_dir), settings)


def without_values(sql: str) -> str:
    """SQL for the log, in one line: what people looked for (search texts, values of filters) is left out.

    >>> without_values("SELECT 1 WHERE a LIKE '%O''Brien 138%' AND b > 5")
    "SELECT 1 WHERE a LIKE '…' AND b > 5"
    """
    return " ".join(_LITERAL.sub("'…'", sql).split())


def _too_large(limit: int) -> TooMany:
    return TooMany(
        "query-too-large",
        en=f"The answer has more than {limit:,} rows. Add a filter, or cut by fewer dimensions.",
        zh=f"结果超过 {limit:,} 行。请增加筛选条件或减少维度。",
    )


def _cancelled() -> Unavailable:
    return Unavailable("query-cancelled", en="The query was cancelled.", zh="查询已取消。")


def _too_slow(seconds: float) -> Unavailable:
    return Unavailable(
        "query-too-slow",
        en=f"The query was stopped after {seconds:g} s. Shorten the period or add a filter.",
        zh=f"查询在 {seconds:g} 秒后被终止。请缩短时段或增加筛选条件。",
    )
