"""Where a table begins: the rows of names among titles, merged groups and data; and the names made fit to tell apart."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from zhenyin.core.errors import Invalid

SEARCHED = 20
"""Rows from the top among which the header must be."""
Row = Sequence[str]
_FULL, _TITLE_CELLS = 0.8, 1
_PLAIN_VALUE = (
    r"[-+]?[\d,]*\.?\d+ ?%?|\d{1,4}\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,4}).*|\S+@\S+\.\S+|\d{1,2}[:：]\d{2}.*"
    r"|(?:\+?86)?1[3-9]\d{9}"
)
_VALUE, _SURE = re.compile(rf"{_PLAIN_VALUE}|[A-Za-z]{{0,6}}[-_#]?\d{{3,}}[\w-]*"), re.compile(_PLAIN_VALUE)
_VALUES = 0.25
_SHORT_HAN = re.compile(r"[^\x00-\x7f]{1,3}")
_SHORT_WORD = re.compile(r"[A-Za-z]{1,9}")


class Heading(NamedTuple):
    """The index of the last row of names, and the names of the columns."""

    at: int
    names: list[str]


def heading(rows: Sequence[Row], what: str) -> Heading:
    """The rows of names at the top of a table: one, or two where groups stand over names. what: the file or sheet.

    Raises Invalid where the first full row is a row of data with nothing above it that could name its columns.

    >>> heading([["2026 report", "", ""], ["id", "times", ""], ["", "created", "closed"], ["A-101", "2026-03-05", ""]], "x")
    Heading(at=2, names=['id', 'times.created', 'times.closed'])
    """
    at = _first_full(rows)
    if _is_groups(rows, at) or _is_completed(rows, at):
        return Heading(at + 1, names(rows[at + 1], rows[at]))
    if not is_data(rows[at]):
        return Heading(at, names(rows[at], rows[at - 1] if at else None))
    above = [index for index in range(at) if _filled(rows[index]) > _TITLE_CELLS and not is_data(rows[index])]
    if above and above[-1] == at - 1:
        upper = rows[at - 2] if at - 2 in above else None
        return Heading(at - 1, names(rows[at - 1], upper))
    if at + 1 < len(rows) and _are_alike(rows[at], rows[at + 1]):
        raise _no_header(what, rows[at])
    return Heading(at, names(rows[at], rows[at - 1] if at else None))


def names(row: Row, groups: Row | None = None) -> list[str]:
    """The names of the columns: trimmed, nameless ones numbered, a name that comes again set apart.

    Under a row of `groups`, a column without a name has that of its group; the group stands before names that are short or
    come again.

    >>> names(["id", "category", " category", ""])
    ['id', 'category', 'category.2', 'column 4']
    >>> names(["name", "name"], ["customer", "agent"])
    ['customer.name', 'agent.name']
    """
    bare = [cell.strip().strip("\ufeff") for cell in row]
    if groups is not None and _filled(groups) > _TITLE_CELLS:
        bare = _grouped(bare, [cell.strip() for cell in [*groups, *[""] * len(bare)][: len(bare)]])
    return _numbered([name or f"column {number}" for number, name in enumerate(bare, 1)])


def is_data(row: Row) -> bool:
    """Whether a row holds values (numbers, days, ids) as no row of names does."""
    filled = [cell.strip() for cell in row if cell.strip()]
    return sum(bool(_VALUE.fullmatch(cell)) for cell in filled) >= max(1, _VALUES * len(filled))


def _first_full(rows: Sequence[Row]) -> int:
    filled = [_filled(row) for row in rows[:SEARCHED]]
    if not filled:
        return 0
    # A few rows may be too wide, and many may have gaps: neither the widest nor the middle one tells.
    full = sorted(filled)[(3 * len(filled) - 3) // 4]
    return next(index for index, count in enumerate(filled) if count >= _FULL * full)


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _grouped(bare: Sequence[str], groups: Sequence[str]) -> list[str]:
    often, over, found = Counter(bare), "", []
    for name, group in zip(bare, groups, strict=True):
        # A merged cell holds its text in the first of its columns only.
        over = group or (over if name else "")
        short = bool(_SHORT_HAN.fullmatch(name) or _SHORT_WORD.fullmatch(name))
        found.append(
            f"{over}.{name}" if name and over and over != name and (short or often[name] > 1) else name or group
        )
    return found


def _numbered(bare: Sequence[str]) -> list[str]:
    seen: set[str] = set()
    unique = []
    for name in bare:
        number, own = 1, name
        while own in seen:
            number += 1
            own = f"{name}.{number}"
        seen.add(own)
        unique.append(own)
    return unique


def _is_groups(rows: Sequence[Row], at: int) -> bool:
    """A full row of names that repeat, over a row of names that do not."""
    if at + 1 >= len(rows):
        return False
    upper, lower = ([cell.strip() for cell in rows[index] if cell.strip()] for index in (at, at + 1))
    plain = all(not any(sign.isdigit() for sign in cell) for cell in lower)
    return len(set(upper)) <= 0.5 * len(upper) and len(set(lower)) == len(lower) >= len(upper) and plain


def _is_completed(rows: Sequence[Row], at: int) -> bool:
    """A row of names with gaps, under which a row of names fills the gaps of its groups, and stands under these alone."""
    if at + 2 >= len(rows) or is_data(rows[at]) or is_data(rows[at + 1]):
        return False
    lower = [index for index, cell in enumerate(rows[at + 1]) if cell.strip()]
    gaps = [index for index in lower if index < len(rows[at]) and not rows[at][index].strip()]
    return bool(gaps) and len(lower) < _FULL * len(rows[at]) and set(lower) - set(gaps) <= {gap - 1 for gap in gaps}


def _are_alike(first: Row, second: Row) -> bool:
    """Whether two rows hold values in the same columns."""
    values = [bool(_SURE.fullmatch(cell.strip())) for cell in first]
    both = [bool(_SURE.fullmatch(other.strip())) for value, other in zip(values, second, strict=False) if value]
    return any(values) and sum(both) >= 0.7 * sum(values)


def _no_header(what: str, row: Row) -> Invalid:
    return Invalid(
        "header-missing",
        en=f"{what} has no row of column names: its first row is data already ({_filled(row)} cells). Put the names of the "
        "columns above it and import it again.",
        zh=f"{what} 没有表头：第一行已经是数据（{_filled(row)} 个单元格）。请在首行补上列名后重新导入。",
    )
