"""Web pages and XML that systems save as .xls: Excel opens them, so people take them for workbooks."""

from pathlib import Path

from zhenyin.connectors import Connector, TableInfo, Yield
from zhenyin.core.words import Words
from zhenyin.tabular import markup


def tables(path: Path) -> list[TableInfo]:
    """The one table of the file; none where it has no row. Raises Invalid where the file is no text."""
    return markup.tables(path)


def read(path: Path, _table: str = "") -> Yield:
    """The rows after the header, in chunks."""
    yield from markup.rows(path)


def _sniff(_path: Path, head: bytes) -> float:
    return 0.97 if markup.is_markup(head) else 0.0


CONNECTOR = Connector(Words("网页表格（.xls）", "Table in a web page (.xls)"), _sniff, tables, read)
