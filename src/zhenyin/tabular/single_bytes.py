"""Which of the common encodings a text of bytes is in that is no UTF-8, by how common the letters are that it makes.

The two Chinese encodings and those of Western Europe read nearly any bytes without an error, so that an error decides
nothing: `é` between two letters is a rare character in GB18030.
"""

import re
from collections.abc import Callable

_ENOUGH = 0.6
_SAMPLED = 20_000
_SIGNS = re.compile(r"[\u3000-\u303f\uff00-\uffef\u2010-\u2030\u2190-\u21ff\u2460-\u249b\u25a0-\u2605×÷°·℃→]")
_WESTERN = re.compile(r"[À-ÖØ-öø-ÿŒœŠšŽžŸ]")


def likeliest(data: bytes) -> str | None:
    """The name of the encoding; None where none makes common letters of most of the bytes.

    >>> [likeliest("工单号,已关闭".encode(name)) for name in ("gb18030", "cp936")], likeliest("工單號,已關閉".encode("big5"))
    (['gb18030', 'gb18030'], 'cp950')
    >>> likeliest("Réseau coupé,Größe".encode("cp1252"))
    'cp1252'
    """
    shares = {name: _share(data, name, common) for name, common in _COMMON.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _ENOUGH else None


def _share(data: bytes, name: str, common: Callable[[str, int], bool]) -> float:
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return 0.0
    found = [common(text, at) for at, sign in enumerate(text) if not sign.isascii()][:_SAMPLED]
    return sum(found) / len(found) if found else 0.0


def _is_common_simplified(text: str, at: int) -> bool:
    return _first_byte(text[at], "gb2312") in range(0xB0, 0xD8) or bool(_SIGNS.match(text[at]))


def _is_common_traditional(text: str, at: int) -> bool:
    return _first_byte(text[at], "big5") in range(0xA4, 0xC7) or bool(_SIGNS.match(text[at]))


def _is_between_letters(text: str, at: int) -> bool:
    """A Western letter beside a plain one, or a sign of money or quotes, which stand alone."""
    sign, beside = text[at], text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    if not _WESTERN.match(sign):
        return sign in "€£§°±²³·«»¿¡–—‘’“”…™®©" and not any(_WESTERN.match(other) for other in beside)
    return any(other.isascii() and other.isalpha() for other in beside)


def _first_byte(sign: str, name: str) -> int:
    try:
        return sign.encode(name)[0]
    except UnicodeEncodeError:
        return 0


_COMMON: dict[str, Callable[[str, int], bool]] = {
    "gb18030": _is_common_simplified,
    "cp950": _is_common_traditional,
    "cp1252": _is_between_letters,
}
