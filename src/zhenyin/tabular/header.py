"""Where a table begins: the row of names among titles, merged groups and data; and the names made fit to tell apart."""

from collections import Counter
from collections.abc import Sequence

SEARCHED = 20
"""Rows from the top among which the header must be."""
Row = Sequence[str]


def header_row(rows: Sequence[Row]) -> int:
    """The index of the row of names: the first one that is nearly as full as the fullest, and no row of groups.

    >>> header_row([["2026 report", "", ""], ["basic", "", "time"], ["id", "name", "at"], ["1", "x", "2026"]])
    2
    """
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows[:SEARCHED]]
    if not filled:
        return 0
    # A few rows may be too wide, and many may have gaps: neither the widest nor the middle one tells.
    full = sorted(filled)[(3 * len(filled) - 3) // 4]
    at = next(index for index, count in enumerate(filled) if count >= 0.8 * full)
    return at + 1 if _is_groups(rows, at) else at


def names(row: Row, groups: Row | None = None) -> list[str]:
    """The names of the columns: trimmed, nameless ones numbered, a name that comes again set apart.

    Where there is a row of `groups` above, it tells the two apart; else a number does.

    >>> names(["id", "category", " category", ""])
    ['id', 'category', 'category.2', 'column 4']
    >>> names(["name", "name"], ["customer", "agent"])
    ['customer.name', 'agent.name']
    """
    bare = [cell.strip().strip("\ufeff") or f"column {number}" for number, cell in enumerate(row, 1)]
    often = Counter(bare)
    if groups is not None:
        over = _fill_merged(groups, len(bare))
        bare = [
            f"{group}.{name}" if group and often[name] > 1 else name for name, group in zip(bare, over, strict=True)
        ]
    return _numbered(bare)


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


def _fill_merged(groups: Row, width: int) -> list[str]:
    """A merged cell holds its text in the first of its columns only."""
    over, last = [], ""
    for cell in [*groups, *[""] * width][:width]:
        last = cell.strip() or last
        over.append(last)
    return over


def _is_groups(rows: Sequence[Row], at: int) -> bool:
    """A full row of names that repeat, over a row of names that do not."""
    if at + 1 >= len(rows):
        return False
    upper, lower = ([cell.strip() for cell in rows[index] if cell.strip()] for index in (at, at + 1))
    plain = all(not any(sign.isdigit() for sign in cell) for cell in lower)
    return len(set(upper)) <= 0.5 * len(upper) and len(set(lower)) == len(lower) >= len(upper) and plain
