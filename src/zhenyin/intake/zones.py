"""Columns of one table of which some name a zone and some do not: read by what makes sense, and said in any case."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from zhenyin.core.words import Words
from zhenyin.intake.formats import ZONE, ResolvedFormat
from zhenyin.text.normalise import plain
from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse import moments
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.staging import ShapeCount, Stage

_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d{2})?")
TAKEN = Words(
    "同一文件的其他时间列标有时区，此列没有；按公司时间读取会早于创建时间，因此按相同时区读取。",
    "Other moments of this file name a zone, this column names none; in company time some would lie before the creation, so "
    "it is read in the same zone.",
)
UNCLEAR = Words(
    "同一文件的有些时间标有时区，此列没有（或只有部分有），没有的按公司时间读取；请确认，必要时让来源系统统一导出。",
    "Some moments of this file name a zone, this column does not (or only in part); where none is named it is read as company "
    "time. Check, and let the source write all of them alike.",
)
_IN_NAME = re.compile(
    r"(?<![A-Za-z])(?P<zone>(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?)(?![A-Za-z])|(?P<place>北京时间)", re.IGNORECASE
)
Formats = dict[str, ResolvedFormat]


def of_name(column: str) -> str | None:
    """The zone that the name of a column says, for cells that say none.

    >>> of_name("Created (UTC)"), of_name("创建时间（GMT+8）"), of_name("Created"), of_name("Opened (UTC-05:00)")
    ('UTC', 'Etc/GMT-8', None, 'Etc/GMT+5')
    """
    match = _IN_NAME.search(plain(column))
    if match is None:
        return None
    return "Asia/Shanghai" if match["place"] else _named(match["zone"].upper())


def settle(
    cursor: Cursor,
    stage: Stage,
    seen: Mapping[str, Sequence[ShapeCount]],
    resolved: Formats,
    columns: Mapping[str, str],
) -> tuple[Formats, dict[str, Words]]:
    """The formats with the zone of unmarked columns, and what is to be said of each. columns: target → column."""
    for column, zone in ((column, of_name(column)) for column in seen):
        if zone is not None and not any(ZONE.search(one.shape) for one in seen[column]):
            resolved = resolved | {column: replace(resolved[column], form=replace(resolved[column].form, local=zone))}
    marked = {column for column, shapes in seen.items() if any(ZONE.search(one.shape) for one in shapes)}
    bare = {
        column
        for column, shapes in seen.items()
        if not of_name(column) and any(_is_unmarked(one.shape) for one in shapes)
    }
    if not marked or not bare:
        return resolved, {}
    zone = _zone(cursor, stage, marked)
    found, words = dict(resolved), dict[str, Words]()
    for column in sorted(bare):
        other = replace(resolved[column], form=replace(resolved[column].form, local=zone))
        taken = zone and column not in marked and _is_wiser(cursor, stage, column, resolved, other, columns)
        found[column], words[column] = (other, TAKEN) if taken else (resolved[column], UNCLEAR)
    return found, words


def _is_unmarked(shape: str) -> bool:
    return ":" in shape and not ZONE.search(shape)


def _zone(cursor: Cursor, stage: Stage, marked: set[str]) -> str | None:
    """The one zone of all marked cells, of whole hours; None where there are several."""
    ends = {end for column in marked for end in _ends(cursor, stage, column)}
    found = {_named(end) for end in ends}
    return next(iter(found)) if len(found) == 1 else None


def _ends(cursor: Cursor, stage: Stage, column: str) -> list[str]:
    cell = f"regexp_extract({sql.cleaned(stage.key(column))}, '(?:Z|UTC|GMT|[+-][0-9:]+)[)]?$')"
    query = f"SELECT DISTINCT {cell} AS cell FROM {stage.relation}"
    return [row["cell"] for part in cursor.run(query) for row in part.to_pylist() if row["cell"]]


def _named(end: str) -> str | None:
    match = _OFFSET.match(end)
    if match is None or int(match[2]) == 0:
        return "UTC"
    # The sign of these names is the other way round.
    return f"Etc/GMT{'-' if match[1] == '+' else '+'}{int(match[2])}" if match[3] in (None, "00") else None


def _is_wiser(
    cursor: Cursor, stage: Stage, column: str, resolved: Formats, other: ResolvedFormat, columns: Mapping[str, str]
) -> bool:
    """Whether company time lets some tickets end before they came in, and the other zone none."""
    created, ends = columns.get("created_at"), [columns[name] for name in _ENDS if name in columns]
    partners = ends if column == created else [created] if created and column in ends else []
    before = {"company": 0, "other": 0}
    for partner in partners:
        forms = {"company": resolved[column].form, "other": other.form}
        for name, form in forms.items():
            pair = [(column, form), (partner, resolved[partner].form)]
            first, last = pair if column == created else pair[::-1]
            before[name] += _early(cursor, stage, first, last)
    return before["company"] > 0 == before["other"]


_ENDS = ("first_response_at", "resolved_at", "closed_at")


def _early(
    cursor: Cursor, stage: Stage, first: tuple[str, moments.TimeFormat], last: tuple[str, moments.TimeFormat]
) -> int:
    cleaned = ", ".join(f"{sql.cleaned(stage.key(column))} AS k{at}" for at, (column, _) in enumerate((first, last)))
    ready = ", ".join(f"{moments.prepared(f'k{at}', form)} AS m{at}" for at, (_, form) in enumerate((first, last)))
    before = f"{moments.moment('m1', last[1])} < {moments.moment('m0', first[1])}"
    query = (
        f"SELECT count(*) FILTER ({before}) AS n FROM (SELECT {ready} FROM (SELECT {cleaned} FROM {stage.relation}))"
    )
    return int(next(iter(cursor.run(query))).to_pylist()[0]["n"])
