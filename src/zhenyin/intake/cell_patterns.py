"""What the cells of a column look like: phones, e-mails, dates, provinces, models, long texts."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from zhenyin.intake import ratings
from zhenyin.intake.dictionary import TIMES, wording

MIN_MATCH_SHARE = 0.8
_NUMBERS = frozenset(("transfers", "reopens", "nps", "units", "shipped", "amount"))
_PROVINCES = [
    "北京",
    "天津",
    "上海",
    "重庆",
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "台湾",
    "内蒙古",
    "广西",
    "西藏",
    "宁夏",
    "新疆",
    "香港",
    "澳门",
]
_PATTERNS: dict[str, tuple[float, str]] = {
    "personal.phone": (0.55, r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}"),
    "personal.email": (0.55, r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "personal.number": (0.55, r"[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d\d{3}[\dXx]"),
    "province": (0.5, rf"(?:{'|'.join(_PROVINCES)})(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区|特别行政区)?"),
    "model": (0.4, r"[A-Z]{1,4}[- ]?\d{1,4}(?:[ -]?(?:Pro|Max|Lite|Plus|Ultra|Mini|SE|S))?"),
    "description": (0.35, r"[\s\S]{25,}"),
}
_STATE_CODE = re.compile(r"[A-Z]{2}$")
_NUMBERED = re.compile(r"[A-Za-z]{0,4}[-_]?\d{3,}$")
_LONG_LABEL = 60
_NO_TEXT = re.compile(
    r"(?:\d+|[(（\[]?-?\d{1,3}\.\d+\s?[,，; ]\s?-?\d{1,3}\.\d+[)）\]]?|POINT ?\(.*\)|(?:https?|ftp|file)://\S+|www\.\S+"
    r"|[\w.-]+@[\w.-]+|[0-9a-fA-F-]{16,}|[\w-]+(?:[/_.:-][\w-]*\d[\w-]*)+|[A-Z]{0,6}[-_]?\d[\w-]*|\S+\.(?:jpe?g|png|pdf|mp[34]|docx?|xlsx?|zip))$",
    re.IGNORECASE,
)
"""Numbers, coordinates, links, ids, names of files: nothing that anybody has written."""
_DATE = re.compile(
    r"(?:[A-Z][a-z]{2,8},?\s)?\d{1,2}[-/. ][A-Z][a-z]{2,8}[-/., ]|(?:[A-Z][a-z]{2},?\s)?[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d"
    r"|\d{1,4}\s?[-/.年]\s?\d{1,2}|(?:19|20)\d{6}(?:\d{6})?$|[2-7]\d{4}(?:\.\d+)?$|1\d{9}(?:\d{3})?$"
)
_NUMBER = re.compile(r"[-+]?[\d,]*\.?\d+\s?\D{0,2}$")


def pattern_scores(cells: Sequence[str]) -> dict[str, float]:
    """What the cells of a column look like: field → how surely (0 to 1), without what they speak nothing for."""
    seen = {target: _pattern_score(target, cells) for target in ("created_at", *_PATTERNS)}
    return {target: confidence for target, confidence in seen.items() if confidence}


def _pattern_score(target: str, cells: Sequence[str]) -> float:
    """How surely (0 to 1) the cells alone make the column this field; 0 where they say nothing."""
    if not cells:
        return 0.0
    if target == "created_at":
        return 0.42 if _share(cells, _DATE) >= 0.95 and _has_day(cells) else 0.0
    confidence, pattern = _PATTERNS.get(target, (0.0, ""))
    if not pattern or _share(cells, re.compile(f"(?:{pattern})$")) < MIN_MATCH_SHARE:
        return 0.0
    if target == "description" and (len(set(cells)) < 0.5 * len(cells) or _share(cells, _NO_TEXT) >= MIN_MATCH_SHARE):
        # Long, but always the same few: the name of a department.
        return 0.0
    return confidence


def speaks_against(target: str, cells: Sequence[str]) -> bool:
    """Whether the cells rule the field out, whatever the column is called."""
    kind = "time" if target in TIMES else "number" if target in _NUMBERS else target
    return bool(cells) and kind in _AGAINST and _AGAINST[kind](target, cells)


def _is_no_number(target: str, cells: Sequence[str]) -> bool:
    text = wording(target)
    return sum(bool(_NUMBER.match(cell)) or cell.casefold() in text for cell in cells) < 0.3 * len(cells)


def _is_text(_: str, cells: Sequence[str]) -> bool:
    return sum(map(len, cells)) > _LONG_LABEL * len(cells)


def _is_no_text(_: str, cells: Sequence[str]) -> bool:
    return _share(cells, _NO_TEXT) >= MIN_MATCH_SHARE


_AGAINST: dict[str, Callable[[str, Sequence[str]], bool]] = {
    "time": lambda _, cells: _share(cells, _DATE) < 0.3,
    "number": _is_no_number,
    "csat": lambda _, cells: ratings.fits(cells) < 0.3,
    "status": lambda _, cells: _share(cells, _STATE_CODE) >= MIN_MATCH_SHARE,
    "category": _is_text,
    "fault": _is_text,
    "personal.name": lambda _, cells: _share(cells, _NUMBERED) >= MIN_MATCH_SHARE,
    "title": _is_no_text,
    "description": _is_no_text,
}


def _share(cells: Sequence[str], pattern: re.Pattern[str]) -> float:
    # Most columns say the same few things again and again.
    return sum(often for cell, often in Counter(cells).items() if pattern.match(cell)) / len(cells)


def _has_day(cells: Sequence[str]) -> bool:
    return any(re.match(r"\d{1,4}[-/.年]\d{1,2}[-/.月]\d", cell) for cell in cells)
