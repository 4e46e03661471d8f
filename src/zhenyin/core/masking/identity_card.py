"""Identity numbers of 18 and of 15 digits, passports, permits: by check digit, region and birthday, or what stands before."""

import re
from collections.abc import Iterator

from zhenyin.core.masking import Kind, Span, Text, is_reference, spans
from zhenyin.core.masking._checks import identity, region_and_birthday
from zhenyin.core.words import Words

_SEPARATED = re.compile(r"(?<![0-9A-Za-z])[1-9](?:[ -]{0,2}[0-9]){16}[ -]{0,2}[0-9Xx](?![0-9A-Za-z])")
_OLD = re.compile(r"(?<![0-9A-Za-z.])[1-9](?:[ -]?[0-9]){14}(?![0-9A-Za-z]|\.[0-9])")
_IS = r"(?:号码?|证?号|编号|No\.?|number|is|为|是|[:\s]){0,4}\s*"
_PASSPORT = re.compile(rf"(?:护照|passport){_IS}(?P<number>[A-Z]{{1,2}}\s?[0-9]{{6,8}})(?![0-9A-Za-z])", re.IGNORECASE)
_CHINESE_PASSPORT = re.compile(r"(?<![0-9A-Za-z-])(?:E[A-HJ-NP-Z]?[0-9]{7,8}|G[0-9]{8})(?![0-9A-Za-z-])")
_PERMIT = re.compile(
    rf"(?:通行证|回乡证|台胞证|居住证|港澳证|军官证|士兵证|驾驶证|驾照|社保卡?|社会保障"
    rf"|医保卡?){_IS}(?P<number>[A-Z\u4e00-\u9fff]?字?第?[0-9A-Z]{{6,18}})(?![0-9A-Za-z])"
)
_LABELLED = re.compile(
    rf"(?:身份证|证件|ID card|identity card|ID No\.?){_IS}(?P<number>[0-9][0-9 -]{{12,24}}[0-9Xx])(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[照证保障]|passport", re.IGNORECASE)
_HONG_KONG = re.compile(r"(?<![0-9A-Za-z])[A-Z]{1,2}[0-9]{6}\s?\([0-9A]\)")


def _find(text: Text) -> Iterator[Span]:
    yield from spans(_LABELLED, text.plain, "〔身份证号〕", "number")
    for match in _SEPARATED.finditer(text.figures):
        number = re.sub(r"[ -]", "", match[0])
        if identity(number) or (number == match[0] and region_and_birthday(number)):
            yield match.start(), match.end(), "〔身份证号〕"
    for match in _OLD.finditer(text.plain):
        number = re.sub(r"[ -]", "", match[0])
        if region_and_birthday(number) and not is_reference(text, match.start()):
            yield match.start(), match.end(), "〔身份证号〕"
    for pattern in (_PASSPORT, _PERMIT) if _NAMED.search(text.plain) else ():
        yield from spans(pattern, text.plain, "〔证件号〕", "number")
    yield from spans(_CHINESE_PASSPORT, text.plain, "〔证件号〕")
    yield from spans(_HONG_KONG, text.plain, "〔证件号〕")


KIND = Kind(
    Words("证件号码", "identity number"),
    20,
    r"[0-9０-９](?:[ －-]{0,2}[0-9０-９]){6}|[零〇一二三四五六七八九]{10}",
    _find,
)
