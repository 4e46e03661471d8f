"""Numbers of bank cards of all schemes: by Luhn's check digit, or by what is said before."""

import re
from collections.abc import Iterator

from zhenyin.core.masking import Kind, Span, Text, is_reference, spans
from zhenyin.core.masking._checks import luhn
from zhenyin.core.words import Words

_CARD = re.compile(
    r"(?<![0-9A-Za-z.])(?:62|4[0-9]|5[1-5]|2[2-7]|3[4-9]|6[045]|95)(?:[ -]{0,2}[0-9]){11,17}(?![0-9A-Za-z]|\.[0-9])"
)
_LENGTHS = {"62": (16, 17, 18, 19), "34": (15,), "37": (15,), "36": (14,), "38": (14, 16), "39": (14, 16)}
"""Digits of a card by its first two; 16 where they are not here, or 19 as cards of banks in China."""
_LABELLED = re.compile(
    r"(?:银行卡|卡号|账号|帐号|账户|信用卡|储蓄卡|借记卡"
    r"|bank card|card (?:no|number)\.?|account (?:no|number)\.?)[^0-9\n]{0,10}"
    r"(?P<number>[0-9](?:[ -]{0,2}[0-9]){11,18})(?![0-9])",
    re.IGNORECASE,
)


def _find(text: Text) -> Iterator[Span]:
    yield from spans(_LABELLED, text.plain, "〔银行卡号〕", "number")
    for match in _CARD.finditer(text.plain):
        number = re.sub(r"[ -]", "", match[0])
        fits = len(number) in _LENGTHS.get(number[:2], (16, 19))
        if fits and luhn(number) and len(set(number)) > 1 and not is_reference(text, match.start()):
            yield match.start(), match.end(), "〔银行卡号〕"


KIND = Kind(Words("银行卡号", "bank card number"), 30, r"[0-9０-９](?:[ －-]{0,2}[0-9０-９]){11}", _find)
