"""Event logs: a table with one row per change, from which tickets and their events are rebuilt.

The table itself is a CSV file or a workbook; what makes it a log is that a case comes again with another time and
another state or activity.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from zhenyin.connectors import Connector, TableInfo, Yield
from zhenyin.core.errors import Refusal
from zhenyin.core.words import Words
from zhenyin.tabular import sheets
from zhenyin.tabular.delimited import dialect_of
from zhenyin.tabular.parse import chunks, header_of
from zhenyin.tabular.rows import Chunk

FACT = "event_log"
_SAMPLE = 2_000
_CASE = re.compile(
    r"case[ _:]?(id|concept:name|number|key)?$|case$|(ticket|incident|issue|trace)[ _]?(id|no|number|key)?$|number$|id$"
    r"|(工单|案件|案例|流程实例|服务单)(号|编号|id)?$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"time:timestamp$|timestamp$|(event|complete|completion|end|change)[ _]?(time|timestamp|date)$"
    r"|(sys[ _])?(updated|changed|modified)[ _](at|on|time)$|(更新|变更|操作|流转)时间$",
    re.IGNORECASE,
)
_WHAT = re.compile(
    r"activity( name)?$|action$|concept:name$|event([ _]?(type|name))?$|(\w+[ _])?(state|status)$|task$"
    r"|(动作|操作|操作类型|环节|步骤|活动|节点|状态|工单状态|当前状态)$",
    re.IGNORECASE,
)


def tables(path: Path) -> list[TableInfo]:
    """The tables of the file, each marked as a log. Raises Invalid as the format's own connector does."""
    return [replace(info, fact=FACT) for info in _tables(path)]


def read(path: Path, table: str = "") -> Yield:
    """The changes, in chunks, in the order of the file."""
    if _is_workbook(path):
        yield from sheets.rows(path, table or _tables(path)[0].name)
        return
    dialect = dialect_of(path)
    header = header_of(path, dialect)
    if header:
        yield from chunks(path, dialect, header)


def _tables(path: Path) -> list[TableInfo]:
    if _is_workbook(path):
        return sheets.sheets(path)
    header = header_of(path, dialect_of(path))
    return [TableInfo(path.stem, header.names, header.line)] if header else []


def _sniff(path: Path, head: bytes) -> float:
    if head[:1] in (b"{", b"[") or path.suffix.lower() not in (".csv", ".tsv", ".txt", ".xlsx", ".xls"):
        return 0.0
    try:
        found = _tables(path)
        first = next((part for part in _first(path, found[0].name) if isinstance(part, Chunk)), None) if found else None
    except (Refusal, OSError):
        return 0.0
    return 0.95 if first is not None and _is_log(first) else 0.0


def _first(path: Path, table: str) -> Yield:
    return sheets.first_rows(path, table) if _is_workbook(path) else read(path, table)


def _is_log(first: Chunk) -> bool:
    rows = first.rows.slice(0, _SAMPLE)
    cases, timestamps, activities = (
        [name for name in rows.column_names if kind.search(name)] for kind in (_CASE, _WHEN, _WHAT)
    )
    return any(
        _comes_again(rows[case].to_pylist(), rows[when].to_pylist(), rows[what].to_pylist())
        for case in cases
        for when in timestamps
        for what in activities
        if len({case, when, what}) == 3
    )


def _comes_again(cases: Sequence[str], timestamps: Sequence[str], activities: Sequence[str]) -> bool:
    """A third of the rows repeat a case, at more times than there are cases, and what is told changes within cases."""
    distinct = len(set(cases))
    changes = len(set(zip(cases, activities, strict=True)))
    moments = len(set(zip(cases, timestamps, strict=True)))
    return len(cases) >= 4 and distinct <= 0.7 * len(cases) and min(moments, changes) >= 1.2 * distinct


def _is_workbook(path: Path) -> bool:
    with path.open("rb") as file:
        return sheets.is_workbook(file.read(8))


CONNECTOR = Connector(Words("事件日志", "Event log"), _sniff, tables, read)
