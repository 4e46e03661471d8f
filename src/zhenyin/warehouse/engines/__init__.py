"""Shelf: one engine per file. An engine runs SQL text, streams Arrow, and can be interrupted."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa

from zhenyin.core.settings import Settings
from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words


def staging_folder(data_dir: Path) -> Path:
    """Where rows lie on their way into the warehouse: the one folder that SQL may read files of. Cleared at each start."""
    return data_dir / "staging"


class Cursor(Protocol):
    """One conversation with the engine; used by one thread at a time, interrupted from any."""

    def begin(self) -> None:
        """Begin the transaction, if it has not begun: from here on all is written, or nothing."""

    def run(self, sql: str, **named: object) -> Iterator[pa.RecordBatch]: ...
    def schema(self) -> pa.Schema: ...
    def lend(self, name: str, data: Any) -> None: ...
    def interrupt(self) -> None: ...
    def close(self) -> None: ...


class Engine(Protocol):
    """An engine that is open. `dialect` is its name in sqlglot."""

    dialect: str

    def cursor(self) -> Cursor: ...
    def writing(self, *, later: bool = False) -> AbstractContextManager[Cursor]: ...
    def close(self) -> None: ...


class EngineType(Protocol):
    def __call__(self, settings: Settings, folder: Path) -> Engine: ...


ENGINES: Shelf[EngineType] = Shelf("zhenyin.warehouse.engines", "ENGINE", Words("引擎", "engine"))
