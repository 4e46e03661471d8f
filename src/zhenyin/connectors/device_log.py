"""Log files of devices and servers: a line is time, level, device and message, in any of the usual orders."""

from pathlib import Path

from zhenyin.connectors import CHUNK_ROWS, Connector, RowProblem, TableInfo, Yield
from zhenyin.core.errors import Invalid
from zhenyin.core.words import Words
from zhenyin.tabular.lines import lines
from zhenyin.tabular.log_line import begins_like_a_log, parse
from zhenyin.tabular.rows import chunk

_MOST, _HEAD, _CELLS = 0.7, 1 << 16, 2
COLUMNS = ("time", "level", "device", "message")
_UNREAD = Words("该行不符合“时间 级别 设备 内容”的格式。", "The line is not of the form time, level, device, message.")


def tables(path: Path) -> list[TableInfo]:
    """The lines are one table, of a fixed form. Raises Invalid for a log of another form."""
    with path.open("rb") as file:
        share = _understood(file.read(_HEAD))
    if share < _MOST:
        raise Invalid(
            "log-unread",
            en=f"{path.name} is a log whose lines are not understood; they need a time with its year, and a level (INFO, WARN, "
            "ERROR …). Export it in that form, or as a table.",
            zh=f"{path.name} 是日志，但无法识别其行格式：每行应有带年份的时间和级别（INFO、WARN、ERROR……）。"
            "请按此格式导出，或导出为表格。",
        )
    return [TableInfo(path.stem, COLUMNS, 0, "logs")]


def read(path: Path, _table: str = "") -> Yield:
    """The lines in chunks. One of another form becomes a problem that carries its text."""
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for number, text in lines(path):
        found = _cells(text, path.stem)
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


def _cells(text: str, name: str) -> tuple[str, ...] | None:
    found = parse(text)
    # The log of one device need not say in each line whose it is.
    return (found.time, found.level, found.source or name, found.message) if found else None


def _understood(head: bytes) -> float:
    found = [parse(line) is not None for line in _some(head)]
    return sum(found) / max(len(found), 1)


def _some(head: bytes) -> list[str]:
    text = head.decode("utf-8", "ignore")
    return [line for line in text.splitlines()[:50] if line.strip()]


def _sniff(_path: Path, head: bytes) -> float:
    if _understood(head) >= _MOST:
        return 0.96
    # A log that is not understood is refused as one, and not taken for a table.
    some = _some(head)
    like = bool(some) and begins_like_a_log(some[0]) and sum(map(begins_like_a_log, some)) >= _MOST * len(some)
    return 0.75 if like and not any(some[0].count(mark) > _CELLS for mark in ",\t;|") else 0.0


CONNECTOR = Connector(Words("设备日志", "Device log"), _sniff, tables, read)
