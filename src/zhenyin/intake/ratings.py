"""Ratings on whatever scale a source has, as points from 1 to 5: settled from all cells of a column, or left out and said."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zhenyin.core.words import Words
from zhenyin.intake.dictionary import wording
from zhenyin.text.normalise import plain

TOP = 5
_WHOLE = r"([-+]?\d+(?:[.,]\d+)?)"
_STARS = re.compile(r"[★⭐🌟]️?+")
_ONLY_STARS = re.compile(r"(?:[★☆⭐🌟]️?\s?)+")
_FRACTION = re.compile(rf"{_WHOLE}\s*(?:/|out of|of|von|sur)\s*(\d+)(?:\s*\D*)?")
_PERCENT = re.compile(rf"{_WHOLE}\s*[%％]")
_NUMBER = re.compile(rf"{_WHOLE}\s*(?:分|星|颗星|星级|points?|stars?|pts)?")
_NUMBER_FIRST = re.compile(rf"{_WHOLE}(?:分|星)?\s*[-–—:：.、(（=\s]\s*[^\d\s].*")
_NUMBER_LAST = re.compile(r"\D+[（(](\d+)\s*分?[)）]")
_NAMED = re.compile(r"满意|评价|评分|打分|星级|satisf|csat|\brating|star rating", re.IGNORECASE)
_NOT_NAMED = re.compile(
    r"推荐|nps|recommend|原因|备注|意见|内容|说明|时间|日期|人$|comment|reason|text|date|time|\bat$|\bby$",
    re.IGNORECASE,
)
_TOP_IN_NAME = re.compile(
    r"满分\D?(\d+)|(\d+)\s*分制|[01]\s*[-–—~～至到]\s*(\d+)|/\s*(\d+)|out of (\d+)|(百)分制|(%|percent|百分比)",
    re.IGNORECASE,
)
_CODES = frozenset((8, 9, 88, 98, 99, 888, 998, 999, 9998, 9999))
"""What questionnaires write for `does not know` and `no answer`."""
_NONE = frozenset(
    ("offered", "unoffered", "not rated", "unrated", "no rating", "no answer", "not answered", "skipped", "pending")
) | frozenset(
    ("未评价", "未评", "暂未评价", "未回访", "无评价", "未评分", "暂无", "待评价", "默认好评", "未参与", "已发送")
)
_NAMES = {
    1: Words("占比（0–1）", "share (0 to 1)"),
    10: Words("10 分制", "scale of 10"),
    100: Words("百分制", "scale of 100"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """How a column of ratings is read. points: of each cell, None where it is off the scale or no rating.

    top: the greatest rating of the scale; None where no scale fits, and nothing is read. empty: cells that say that there
    is no rating.
    """

    points: Mapping[str, float | None]
    top: float | None
    empty: frozenset[str]

    @property
    def factor(self) -> float:
        return TOP / self.top if self.top else 0.0

    @property
    def rule(self) -> Words | None:
        """What was done to the whole column; None where its ratings go from 1 to 5 already."""
        if self.top is None:
            return Words(
                "看不出评分的满分是多少，整列未用于满意度。请换算为 1–5 分，或在列名中写明满分，如“满意度（满分10分）”。",
                "The scale of the ratings is not clear, so none is used. Convert them to 1 to 5, or write the scale into the "
                "name of the column, as in 'Rating (0-10)'.",
            )
        if self.top == TOP:
            return None
        name = _NAMES.get(int(self.top), Words(f"满分 {self.top:g}", f"scale of {self.top:g}"))
        return Words(
            f"按{name.zh}读取，折算为 1–5 分（乘以 5、除以 {self.top:g}，最低为 1）。",
            f"Read on a {name.en} and brought to 1 to 5 (times 5, over {self.top:g}, at least 1).",
        )


def is_named(column: str) -> bool:
    """Whether a column is called a rating, in however many words.

    >>> [is_named(n) for n in ("Customer Satisfaction Rating", "您对本次维修满意吗？", "Rating comment", "推荐意愿评分")]
    [True, True, False, False]
    """
    name = plain(column)
    return bool(_NAMED.search(name)) and not _NOT_NAMED.search(name)


def fits(cells: Sequence[str]) -> float:
    """The share of cells that are ratings of some kind."""
    return sum(_parsed(cell) is not None or _is_none(cell) for cell in cells) / max(len(cells), 1)


def read(column: str, cells: Mapping[str, int]) -> Reading:
    """Settle the scale of a column. cells: cleaned cell → rows."""
    empty = frozenset(cell for cell in cells if _is_none(cell))
    parsed = {cell: _parsed(cell) for cell in cells if cell not in empty}
    bare = [(found[0], cells[cell]) for cell, found in parsed.items() if found and found[1] is None]
    tops = {found[1] for found in parsed.values() if found and found[1] is not None}
    top = _top_in_name(column) or (_top(bare) if bare else next(iter(tops), TOP))
    if bare and tops == {100} and top == TOP and max(number for number, _ in bare) > TOP:
        top = 100
    points = {cell: _points(found, top) for cell, found in parsed.items()}
    return Reading({**points, **dict.fromkeys(empty)}, top, empty)


def _points(found: tuple[float, float | None] | None, top: float | None) -> float | None:
    if found is None:
        return None
    number, own = found
    scale = own or top
    if scale is None or not 0 <= number <= scale:
        return None
    if scale == TOP:
        # Half a star is the least of shops that count in halves; nought is no rating anywhere.
        return number or None
    return max(round(number * TOP / scale, 6), 1.0)


def _parsed(cell: str) -> tuple[float, float | None] | None:
    """(number, the top of its own scale, None where the column decides); None for what is no rating."""
    text = plain(cell).casefold()
    if text in wording("csat"):
        return float(wording("csat")[text]), TOP
    if _ONLY_STARS.fullmatch(text):
        return float(len(_STARS.findall(text))), TOP
    if match := _PERCENT.fullmatch(text):
        return _number(match[1]), 100
    if match := _FRACTION.fullmatch(text):
        return _number(match[1]), float(match[2])
    match = _NUMBER.fullmatch(text) or _NUMBER_FIRST.fullmatch(text) or _NUMBER_LAST.fullmatch(text)
    return (_number(match[1]), None) if match else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _is_none(cell: str) -> bool:
    return plain(cell).casefold() in _NONE


def _top_in_name(column: str) -> float | None:
    match = _TOP_IN_NAME.search(plain(column))
    if match is None:
        return None
    if match[6] or match[7]:
        return 100
    found = float(next(group for group in match.groups() if group))
    return found if found in (5, 7, 10, 100) else None


def _top(numbers: Sequence[tuple[float, int]]) -> float | None:
    """The scale by the ratings themselves: (rating, rows). A few that lie outside of 1 to 5 are slips or codes."""
    kept = [(number, rows) for number, rows in numbers if 0 <= number <= 100]
    if not kept:
        return None
    greatest = max(number for number, _ in kept)
    if greatest <= 1:
        return _share_or_none(kept)
    above = {number for number, _ in kept if number > TOP}
    if above <= _CODES or _share(kept, above) < 0.1:
        return TOP
    if greatest <= 10:
        return 10 if len(above) >= 2 and (10 in above or len(above) >= 3) else None
    tall = {number for number in above if number > 10}
    return 100 if _share(kept, tall) >= 0.3 and not tall <= _CODES else None


def _share_or_none(numbers: Sequence[tuple[float, int]]) -> float | None:
    if any(0 < number < 1 for number, _ in numbers):
        return 1
    # Nought and one may be no and yes; ones alone are the lowest of five.
    return None if any(number == 0 for number, _ in numbers) else TOP


def _share(numbers: Sequence[tuple[float, int]], some: set[float]) -> float:
    return sum(rows for number, rows in numbers if number in some) / sum(rows for _, rows in numbers)
