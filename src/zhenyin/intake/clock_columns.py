"""A day in one column and the clock in another: together they are the moment."""

import re
from collections.abc import Mapping, Sequence

from zhenyin.intake.dictionary import spelled

MOSTLY = 0.95
_HALF = "(?:上午|下午|中午|凌晨|早上|晚上|[AaPp][.]?[Mm][.]?)"
_CLOCK = re.compile(
    rf"(?:1899-12-3[01][ T])?{_HALF}? ?(?:[01]?\d|2[0-3])(?:[:：][0-5]\d(?:[:：][0-5]\d(?:\.\d+)?)?|[点时](?:[0-5]?\d分?)?)"
    rf" ?{_HALF}?$"
)
_MONTH = "[A-Z][a-z]{2,8}"
_DAY = re.compile(
    r"(?:\d{1,4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,4}日?|(?:19|20)\d{6}"
    rf"|\d{{1,2}}[-/. ]{_MONTH}[-/., ]+\d{{2,4}}|{_MONTH} \d{{1,2}},? \d{{4}})(?:[ T]0?0:00(?::00(?:\.0+)?)?)?$"
)
_NOUN = re.compile(r"日期|时间|时刻|钟点|时分|年月日|具体|几点")
_WORDS = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")
_NOUNS = frozenset(("date", "time", "day", "clock", "hour", "of", "the", "at", "on", "hh", "mm", "ss", "d", "t"))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_clock(cells: Sequence[str]) -> bool:
    """Whether the cells are times of day without a day."""
    return _mostly(cells, _CLOCK)


def is_day(cells: Sequence[str]) -> bool:
    """Whether the cells are days without a time of day."""
    return _mostly(cells, _DAY)


def pairs(samples: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Each column of clocks with the column of its days: by the same name, or the one in front of a clock without a name.

    >>> pairs({"Opening Date": ["2026-03-05"], "Opening Time": ["09:10"], "日期": ["2026/3/5"], "时间": ["9:10"]})
    {'Opening Time': 'Opening Date', '时间': '日期'}
    """
    days = {name: _stem(name) for name, cells in samples.items() if is_day(cells)}
    columns, found = list(samples), dict[str, str]()
    for at, name in enumerate(columns):
        if not days or not is_clock(samples[name]):
            continue
        stem = _stem(name)
        free = [day for day in days if day not in found.values()]
        same = next((day for day in free if days[day] == stem), None)
        before = columns[at - 1] if not stem and at and columns[at - 1] in free else None
        if day := same or before:
            found[name] = day
    return found


def _stem(name: str) -> str:
    words = _WORDS.findall(_CAMEL.sub(" ", spelled(name)).casefold())
    return "".join(_NOUN.sub("", word) for word in words if word not in _NOUNS)


def _mostly(cells: Sequence[str], pattern: re.Pattern[str]) -> bool:
    return bool(cells) and sum(bool(pattern.match(cell)) for cell in cells) >= MOSTLY * len(cells)
