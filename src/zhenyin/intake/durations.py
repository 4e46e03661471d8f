"""Columns that tell how long something took: their unit, and whether their cells are durations at all."""

import re
from collections.abc import Sequence
from functools import cache

from zhenyin.text.normalise import plain
from zhenyin.warehouse.durations import BARE, CLOCK, DOTTED, EXCEL, LONGEST, UNITS, WORDED

_MOSTLY = 0.6
_BEFORE, _BEHIND = r"[\s_(\[【/:-]+(?:in\s+|unit:?\s*|单位:?\s*)?", r"\.?[\s)\]】]*$"
_OWN = re.compile(f"(?:{CLOCK})|(?:{DOTTED})|(?:{EXCEL})|(?:{WORDED})")
_PLAIN_NUMBER = re.compile(rf"{BARE}|[0-9]+,[0-9]{{1,2}}")


@cache
def split_unit(column: str) -> tuple[str, float | None]:
    """The name of a column without its unit, and the unit in seconds; None where the name tells none.

    >>> split_unit("First reply time in minutes"), split_unit("处理时长（小时）"), split_unit("Resolution time")
    (('First reply time', 60), ('处理时长', 3600), ('Resolution time', None))
    """
    name = plain(column)
    for words, seconds in UNITS:
        found = re.search(f"{_BEFORE}(?:{words}){_BEHIND}", name, re.IGNORECASE)
        if found and found.start():
            return name[: found.start()], seconds
    return name, None


def fits(column: str, cells: Sequence[str]) -> bool:
    """Whether most cells are durations: by their own units, or as numbers of the unit that the column names."""
    _, unit = split_unit(column)
    return bool(cells) and sum(_reads(cell.lower(), unit) for cell in cells) >= _MOSTLY * len(cells)


def _reads(cell: str, unit: float | None) -> bool:
    if _PLAIN_NUMBER.fullmatch(cell):
        return unit is not None and float(cell.replace(",", "")) * unit <= LONGEST * 100
    return _OWN.fullmatch(cell) is not None
