"""CSV and its kin: any encoding, any of four delimiters, ragged rows, duplicate column names."""

from pathlib import Path

from zhenyin.connectors import Connector, TableInfo, Yield
from zhenyin.core.words import Words
from zhenyin.tabular.delimited import dialect_of
from zhenyin.tabular.parse import chunks, header_of

_SUFFIXES = {".csv": 0.8, ".tsv": 0.8, ".txt": 0.3}
_NOT_TEXT = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")


def tables(path: Path) -> list[TableInfo]:
    """The one table of the file; none where it has no record. Raises Invalid where it is no text."""
    header = header_of(path, dialect_of(path))
    return [TableInfo(path.stem, header.names, header.line)] if header else []


def read(path: Path, _table: str = "") -> Yield:
    """The rows after the header, in chunks, each followed by its problems. Raises Invalid where there is no table."""
    dialect = dialect_of(path)
    header = header_of(path, dialect)
    if header:
        yield from chunks(path, dialect, header)


def _sniff(path: Path, head: bytes) -> float:
    if head.startswith(_NOT_TEXT) or head[:1] in (b"{", b"["):
        return 0.0
    return _SUFFIXES.get(path.suffix.lower(), 0.1)


CONNECTOR = Connector(Words("CSV 文件", "CSV file"), _sniff, tables, read)
