"""JSON, an object a line (or a list, an element a line). Lists of objects within, such as a history, are tables too."""

from pathlib import Path

from zhenyin.connectors import Connector, TableInfo, Yield
from zhenyin.core.words import Words
from zhenyin.tabular import objects

_SUFFIXES = {".jsonl": 0.95, ".ndjson": 0.95, ".json": 0.9}


def tables(path: Path) -> list[TableInfo]:
    """The objects themselves, and every list of objects within them. Raises Invalid where the file is no text."""
    return objects.tables(path)


def read(path: Path, table: str = "") -> Yield:
    """The rows of one table, in chunks; a line that is no object becomes a problem that carries its text."""
    yield from objects.rows(path, table or path.stem)


def _sniff(path: Path, head: bytes) -> float:
    first = head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1]
    return _SUFFIXES.get(path.suffix.lower(), 0.5) if first in (b"{", b"[") and first else 0.0


CONNECTOR = Connector(Words("JSON 行文件", "JSON lines"), _sniff, tables, read)
