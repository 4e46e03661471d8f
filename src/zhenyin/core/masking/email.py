"""E-mail addresses, with blanks, wide signs and (at) as people write them to hide them from programs."""

import re
from collections.abc import Iterator

from zhenyin.core.masking import Kind, Span, Text, spans
from zhenyin.core.words import Words

_AT = r"(?:\s{0,2}@\s{0,2}|\s?[(\[（]\s?at\s?[)\]）]\s?|\s?艾特\s?|\s?#\s?(?=(?:qq|163|126|gmail|outlook)\b))"
_DOT = r"(?:\s?\.\s?|\s?[(\[（]\s?dot\s?[)\]）]\s?|点)"
_PATTERN = re.compile(
    rf"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]*{_AT}[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:{_DOT}[A-Za-z0-9-]+)*"
    rf"{_DOT}[A-Za-z]{{2,}}",
    re.IGNORECASE,
)


def _find(text: Text) -> Iterator[Span]:
    yield from spans(_PATTERN, text.plain, "〔邮箱〕")


KIND = Kind(Words("邮箱", "e-mail address"), 10, r"[@＠]|(?i:[(\[（] ?at ?[)\]）])|艾特|#", _find)
