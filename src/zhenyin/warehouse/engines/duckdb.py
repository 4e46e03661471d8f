"""DuckDB in the data folder: one file, one process, many threads."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import duckdb
import pyarrow as pa

from zhenyin.core.errors import Unavailable
from zhenyin.core.masking import mask
from zhenyin.core.settings import Settings
from zhenyin.core.translation import refusal_of
from zhenyin.warehouse.engines import staging_folder
from zhenyin.warehouse.expressions import MASK, text

BATCH_ROWS = 50_000


class DuckCursor:
    """A cursor of the one connection. Arrow data is lent to it under a name instead of being copied in."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._cursor = connection.cursor()
        self._reader: pa.RecordBatchReader | None = None
        self._begun = False

    def begin(self) -> None:
        if not self._begun:
            self.run("BEGIN TRANSACTION")
            self._begun = True

    def end(self, how: Literal["COMMIT", "ROLLBACK"]) -> None:
        if self._begun:
            self._begun = False
            self.run(how)

    def run(self, sql: str, **named: object) -> Iterator[pa.RecordBatch]:
        self._reader = self._cursor.execute(sql, named or None).to_arrow_reader(BATCH_ROWS)
        return iter(self._reader)

    def schema(self) -> pa.Schema:
        assert self._reader is not None, "run() comes first"
        return self._reader.schema

    def lend(self, name: str, data: Any) -> None:
        self._cursor.register(name, data)

    def interrupt(self) -> None:
        self._cursor.interrupt()

    def close(self) -> None:
        self._cursor.close()


class DuckEngine:
    """The file `warehouse.duckdb`. Readers see the last commit; writers take turns."""

    dialect = "duckdb"

    def __init__(self, settings: Settings, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._turn = threading.RLock()
        self._connection = _connect(folder / "warehouse.duckdb")
        # Before the configuration is locked. Check digits are beyond patterns, so that texts are masked outside of the engine.
        options: dict[str, Any] = {"type": "arrow", "null_handling": "special"}
        self._connection.create_function(MASK, mask, ["VARCHAR"], "VARCHAR", **options)
        for statement in _setup(settings, folder):
            self._connection.execute(statement)

    def cursor(self) -> DuckCursor:
        return DuckCursor(self._connection)

    @contextmanager
    def writing(self, *, later: bool = False) -> Iterator[DuckCursor]:
        with self._turn:
            cursor = self.cursor()
            if not later:
                cursor.begin()
            try:
                yield cursor
            except BaseException:
                cursor.end("ROLLBACK")
                raise
            else:
                cursor.end("COMMIT")
            finally:
                cursor.close()

    def close(self) -> None:
        self._connection.close()


def _setup(settings: Settings, folder: Path) -> Iterator[str]:
    """The configuration, which nothing changes afterwards. The last statements shut the door, and lock it."""
    yield f"SET memory_limit = '{settings.memory_gib}GiB'"
    yield f"SET temp_directory = {text(str(folder / 'spill'))}"
    yield "SET preserve_insertion_order = false"
    # They are tried on every column, cost a third of all loading, and hardly ever win over the older ones.
    yield "SET disabled_compression_methods = 'dict_fsst,zstd'"
    # It is taken where rows are thought to be few, and what a transaction made itself is thought to have none.
    yield "SET GLOBAL asof_loop_join_threshold = 0"
    # The product works offline: nothing is ever fetched, and SQL reads no file but rows that are staged on their way in.
    yield "SET autoinstall_known_extensions = false"
    yield "SET autoload_known_extensions = false"
    yield "SET allow_community_extensions = false"
    yield f"SET allowed_directories = [{text(str(staging_folder(settings.data_dir)) + '/')}]"
    yield "SET enable_external_access = false"
    yield "SET lock_configuration = true"


def _connect(file: Path) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(file))
    except duckdb.Error as error:
        if "could not set lock" not in str(error).lower():
            raise refusal_of(error) or _damaged(file) from None
        raise Unavailable(
            "warehouse-busy",
            en=f"The warehouse is open in another process ({error}). Wait until it ends, or stop it.",
            zh=f"数据仓库正被另一个进程占用（{error}）。请等它结束或将其停止。",
        ) from None


def _damaged(file: Path) -> Unavailable:
    return Unavailable(
        "warehouse-damaged",
        en=f"The warehouse {file} cannot be read: it is damaged. Move it and {file.name}.wal elsewhere, then run "
        "`zhenyin rebuild`, which makes it anew from the originals.",
        zh=f"数据仓库 {file} 已损坏，无法读取。请将其与 {file.name}.wal 移到别处，再运行 zhenyin rebuild，由原始文件重建。",
    )


ENGINE = DuckEngine
