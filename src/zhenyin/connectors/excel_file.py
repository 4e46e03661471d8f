"""Excel workbooks, xlsx and xls: the header row is found, merged groups above it are passed over, every sheet counts."""

from pathlib import Path

from zhenyin.connectors import Connector, TableInfo, Yield
from zhenyin.core.words import Words
from zhenyin.tabular.sheets import is_workbook, rows, sheets


def tables(path: Path) -> list[TableInfo]:
    """The sheets that hold a table. Raises Invalid for what is no workbook, or a locked or too large one."""
    return sheets(path)


def read(path: Path, table: str) -> Yield:
    """The rows of one sheet, in chunks."""
    yield from rows(path, table)


def _sniff(_path: Path, head: bytes) -> float:
    return 0.9 if is_workbook(head) else 0.0


CONNECTOR = Connector(Words("Excel 工作簿", "Excel workbook"), _sniff, tables, read)
