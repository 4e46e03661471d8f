"""Phones: mobile, fixed, 400 and 800, of other countries; with blanks, dots, dashes, and in Chinese figures."""

import re
from collections.abc import Iterator

from zhenyin.core.masking import Kind, Span, Text, is_reference, spans
from zhenyin.core.words import Words

_GAP = r"[ \-_/*()]{0,2}"
_LETTERS_BEFORE = r"(?:(?<![0-9A-Za-z.])|(?<=tel)|(?<=phone)|(?<=mobile)|(?<=mob)|(?<=vx)|(?<=wx)|(?<=Tel)|(?<=TEL))"
_MOBILE = re.compile(
    rf"{_LETTERS_BEFORE}(?:\(?(?:\+|00)?86\)?{_GAP})?(?:1[3-9](?:{_GAP}[0-9]){{9}}|1[3-9][0-9]\.[0-9]{{4}}\.[0-9]{{4}})"
    r"(?![0-9]|\.[0-9]|-[0-9]{2,}-)"
)
_FIXED = re.compile(
    rf"(?<![0-9A-Za-z.])(?:(?:(?:\+|00)86|86-){_GAP})?(?:\(0[1-9][0-9]{{1,2}}\)"
    rf"|0[1-9][0-9]{{1,2}})[ -]{{0,3}}[2-9][0-9]{{2,3}}[ -]?[0-9]{{3,4}}"
    r"(?:\s?(?:转|分机|ext\.?|-)\s?[0-9]{1,5})?(?![0-9])"
)
_FIXED_ABROAD = re.compile(
    r"(?<![0-9A-Za-z])(?:\+|00)86[ -]?(?:\(0\))?[1-9][0-9]{1,2}[ -]?[2-9][0-9]{2,3}[ -]?[0-9]{4}(?![0-9])"
)
_SERVICE = re.compile(r"(?<![0-9A-Za-z.-])[48]00[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}(?![0-9-])")
_LABELLED = re.compile(
    r"(?:电话|座机|固话|热线|手机|联系方式|tel|phone|call me(?: at| on)?|fax"
    r"|传真)(?:号码?)?[:：是为\s.]{0,3}(?P<number>[2-9][0-9]{2,3}[ -]?[0-9]{4})"
    r"(?![0-9])",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"(?<![0-9A-Za-z])(?:\+|00)(?!86)[1-9][0-9]{0,2}(?:[ .\-]?\(?[0-9]{1,5}\)?){2,5}(?![0-9])")
_AMERICAN = re.compile(r"(?<![0-9A-Za-z])(?:\(\d{3}\) ?|\d{3}-)\d{3}-\d{4}(?![0-9-])")
_SHORTEST, _LONGEST, _FEWEST = 8, 15, 2
_CHINESE = "零〇幺一二两三四五六七八九壹贰叁肆伍陆柒捌玖"


def _find(text: Text) -> Iterator[Span]:
    yield from (span for span in spans(_MOBILE, text.plain, "〔手机号〕") if not is_reference(text, span[0]))
    if text.figures is not text.plain:
        yield from _in_words(text)
    # Each looks for something that most texts lack, which costs nothing to see.
    plain = text.plain
    signs = ((_FIXED, "0"), (_FIXED_ABROAD, "86"), (_SERVICE, "00"), (_AMERICAN, "-"))
    for pattern, sign in signs:
        found = spans(pattern, plain, "〔电话〕") if sign in plain else iter(())
        yield from (span for span in found if not is_reference(text, span[0]))
    yield from spans(_LABELLED, plain, "〔电话〕", "number")
    for match in _ABROAD.finditer(plain) if "+" in plain or "00" in plain else ():
        shortest = _SHORTEST if match[0].startswith("+") else _SHORTEST + 4
        if shortest <= sum(map(str.isdigit, match[0])) <= _LONGEST:
            yield match.start(), match.end(), "〔电话〕"


def _in_words(text: Text) -> Iterator[Span]:
    for pattern, word in ((_MOBILE, "〔手机号〕"), (_FIXED, "〔电话〕")):
        for begin, end, _ in spans(pattern, text.figures, word):
            if _is_in_words(text.plain[begin:end]):
                yield begin, end, word


def _is_in_words(number: str) -> bool:
    """Whether a number is written in Chinese figures, and not in digits beside a word that holds one."""
    return sum(sign in _CHINESE for sign in number) >= _FEWEST


KIND = Kind(
    Words("电话", "phone"),
    40,
    rf"[0-9０-９①-⑨{_CHINESE}](?:[ .()（）_/*－　·—-]{{0,3}}[0-9０-９①-⑨{_CHINESE}]){{6}}",
    _find,
)
