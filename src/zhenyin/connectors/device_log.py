"""Log files of devices and servers: a line is time, level, device and message, in any of the usual orders."""

import re
from collections.abc import Iterator
from pathlib import Path

from zhenyin.connectors import CHUNK_ROWS, Connector, RowProblem, TableInfo, Yield
from zhenyin.core.words import Words
from zhenyin.tabular.lines import lines
from zhenyin.tabular.rows import chunk

COLUMNS = ("time", "level", "device", "message")
_TIME = r"(?P<time>\d{4}[-/]\d{1,2}[-/]\d{1,2}[ T]\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?)"
_LEVEL = r"(?P<level>TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERR(?:OR)?|CRIT(?:ICAL)?|FATAL)"
_DEVICE = r"\[?(?P<device>[A-Za-z0-9][\w.:-]{3,63}?)\]?"
_LINE = re.compile(
    rf"^\[?{_TIME}\]?\s+(?:\[?{_LEVEL}\]?\s+{_DEVICE}|{_DEVICE.replace('device', 'host')}\s+\[?"
    rf"{_LEVEL.replace('level', 'grade')}\]?):?\s+(?P<message>.+)$",
    re.IGNORECASE,
)
_UNREAD = Words("该行不符合“时间 级别 设备 内容”的格式。", "The line is not of the form time, level, device, message.")


def tables(path: Path) -> list[TableInfo]:
    """The lines are one table, of a fixed form."""
    return [TableInfo(path.stem, COLUMNS, 0, "logs")]


def read(path: Path, _table: str = "") -> Yield:
    """The lines in chunks. One of another form becomes a problem that carries its text."""
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for number, text in lines(path):
        found = _cells(text)
        if found is None:
            yield RowProblem(number, None, text[:2000], "line-unread", _UNREAD)
            continue
        rows.append(found)
        numbers.append(number)
        if len(rows) == CHUNK_ROWS:
            yield chunk(COLUMNS, rows, numbers)
            rows, numbers = [], []
    if rows:
        yield chunk(COLUMNS, rows, numbers)


def _cells(text: str) -> tuple[str, ...] | None:
    found = _LINE.match(text)
    if found is None:
        return None
    level = (found["level"] or found["grade"]).upper()
    return found["time"].replace(",", "."), level, found["device"] or found["host"], found["message"]


def _some(head: bytes) -> Iterator[str]:
    text = head.decode("utf-8", "ignore")
    yield from (line for line in text.splitlines()[:50] if line.strip())


def _sniff(_path: Path, head: bytes) -> float:
    found = [_LINE.match(line) is not None for line in _some(head)]
    return 0.96 if found and sum(found) >= 0.7 * len(found) else 0.0


CONNECTOR = Connector(Words("设备日志", "Device log"), _sniff, tables, read)
