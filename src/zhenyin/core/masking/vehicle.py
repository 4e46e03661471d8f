"""Licence plates and vehicle identification numbers."""

import re
from collections.abc import Iterator

from zhenyin.core.masking import Kind, Span, Text, spans
from zhenyin.core.masking._checks import vehicle
from zhenyin.core.words import Words

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    rf"[{_PROVINCES}]\s?[A-HJ-NP-Z]\s?[-.]?\s?(?=[A-HJ-NP-Z0-9]*[0-9][A-HJ-NP-Z0-9]*[0-9])[A-HJ-NP-Z0-9]{{4,5}}[A-HJ-NP-Z0-9挂学警港澳]"
    r"(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9-])(?=[A-HJ-NPR-Z0-9]*[0-9])(?=[A-HJ-NPR-Z0-9]*[A-HJ-NPR-Z])[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9-])"
)
_LABELLED = re.compile(
    r"(?:车架号?|VIN码?|车辆识别(?:代号|码|代码)?)[^A-Za-z0-9\n]{0,6}(?P<number>[A-HJ-NPR-Z0-9]{11,17})(?![A-Za-z0-9])",
    re.IGNORECASE,
)


def _find(text: Text) -> Iterator[Span]:
    yield from spans(_PLATE, text.plain, "〔车牌号〕")
    yield from spans(_LABELLED, text.plain, "〔车架号〕", "number")
    for match in _NUMBER.finditer(text.plain):
        if vehicle(match[0]):
            yield match.start(), match.end(), "〔车架号〕"


KIND = Kind(
    Words("车牌号、车架号", "plate or vehicle number"),
    25,
    rf"[{_PROVINCES}] ?[A-Za-zＡ-Ｚ]|[A-HJ-NPR-Za-z0-9]{{11}}",
    _find,
)
