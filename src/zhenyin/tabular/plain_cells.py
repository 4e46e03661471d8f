"""Cells that are written for Excel, so that it keeps their digits: as a formula of one text, or behind an apostrophe."""

import re
from functools import cache

_QUOTED = re.compile(rb'"=""([^"\n]*)"""')


def plain_cells(data: bytes, delimiter: str) -> bytes:
    """Whole records without these signs: `="0012"` is 0012, and so is an apostrophe before it."""
    formula, text = _patterns(delimiter)
    if b'="' in data:
        data = formula.sub(rb'\1"', data)
    if b'"=""' in data:
        data = _QUOTED.sub(rb'"\1"', data)
    return text.sub(rb"\1", data) if b"'" in data else data


@cache
def _patterns(delimiter: str) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    mark = re.escape(delimiter.encode())
    begin, end = rb"(^|\n|" + mark + rb")", rb"(?:" + mark + rb"|\n|$)"
    return re.compile(begin + rb'="'), re.compile(begin + rb"'(?=[-+]?[0-9][^'\n]*" + end + rb")")
