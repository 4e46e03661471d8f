"""Postal addresses: places and streets with house numbers, in figures and in words, of towns, villages and in English."""

import re
from collections.abc import Iterator

from zhenyin.core.masking import Kind, Span, Text, spans
from zhenyin.core.words import Words

_HAN = "\u4e00-\u9fff"
_NUMBER = r"(?:[0-9]{1,5}|[一二三四五六七八九十百零〇]{1,6}|[A-Za-z](?=座|栋|幢|单元|区))[A-Za-z]?"
_UNIT = "(?:号楼|号院|号门|号|弄|栋|幢|座|单元|楼|层|室|户|房|组|队|门)"
_PLACE = rf"(?:[{_HAN}]{{2,8}}?(?:省|自治区|自治州|特别行政区|市|州|盟|地区|区|县|旗|镇|乡|街道|开发区|新区))"
_STREET = (
    rf"(?:[{_HAN}A-Za-z0-9]{{1,12}}?(?:大道|大街|路|街|道|巷|胡同|里|弄|村|屯|庄|寨|社区|小区|花园|花苑|新苑|苑|大厦|大楼|广场|公寓|家园|新城|华府"
    r"|名邸|公馆|新村|园区|工业园|科技园|小学|中学|宿舍|坊|府|湾|庭|居|郡))"
)
_DASHED = r"[0-9]{1,3}[A-Za-z]?(?:-[0-9]{1,4}){1,3}(?![0-9-])"
_NUMBERED = (
    rf"{_NUMBER}\s?{_UNIT}(?:(?:附|之|[{_HAN}]{{0,6}}?)\s?{_NUMBER}\s?{_UNIT})*(?:{_DASHED}|[0-9]{{2,4}}(?![0-9]))?"
)
_FULL = re.compile(rf"{_PLACE}*{_STREET}(?:{_STREET})*\s?(?:{_NUMBERED}|{_DASHED})")
_PLACES = re.compile(
    rf"{_PLACE}{{2,}}(?:[{_HAN}]{{0,8}}?)\s?{_NUMBERED}|{_PLACE}\s?{_NUMBER}\s?{_UNIT}(?:[{_HAN}]{{0,6}}?{_NUMBER}\s?{_UNIT})+"
)
_UNITS = re.compile(
    rf"(?<![0-9一二三四五六七八九十百零第])(?:{_NUMBER}\s?(?:号楼|栋|幢|座|楼|单元)\s?){{1,3}}{_NUMBER}\s?(?:单元|层|室|户|房|号)(?:{_NUMBER}\s?(?:室|户|房)?)?"
    rf"|(?<![0-9第]){_NUMBER}\s?(?:号楼|栋|幢)\s?{_NUMBER}\s?单元\s?{_NUMBER}"
)
_WAYS = (
    "Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Square|Sq|Terrace"
    "|Crescent|Close|Highway|Hwy|Parkway|Pkwy|Circle|Trail"
)
_FLAT = (
    r"(?:Apt|Apartment|Unit|Suite|Ste|Flat|Room|Rm|Floor|Fl|Building|Bldg|Block|No)\.?\s?#?[0-9A-Z]{1,5}"
    r"|#\s?[0-9A-Z]{1,5}"
)
_ENGLISH = re.compile(
    rf"(?:(?:{_FLAT}),?\s){{0,3}}(?<![0-9A-Za-z.])[0-9]{{1,5}}[A-Za-z]?,?\s(?:[NSEW]\.?\s)?(?:[A-Z][a-z']+\s"
    rf"|[0-9]{{1,3}}(?:st|nd|rd|th)\s){{1,3}}(?:{_WAYS})(?![A-Za-z])\.?"
    rf"(?:,?\s(?:{_FLAT})){{0,2}}(?:,\s[A-Z][A-Za-z]+(?:\s[A-Z][a-z]+)?(?:,\s[A-Z]{{2}})?(?:\s[0-9]{{5}}(?:-[0-9]{{4}})?)?)?"
)
_ROOM = re.compile(
    rf"(?:{_FLAT}),\s(?:(?:{_FLAT}),\s)*[A-Z][A-Za-z]+\s(?:{_WAYS}|Garden|Gardens|Tower|Mansion|Estate)\b"
)
_BOX = re.compile(r"P\.?\s?O\.?\s?Box\s[0-9]+", re.IGNORECASE)
_NO_STREET = re.compile(
    rf"(?:铁路|公路|高速|线路|电路|网路|油路|气路|水路|短路|回路|通道|管道|渠道|频道|地道|知道|这里|那里|哪里|公里|家里|店里|手里|心里|夜里|里面|区里|一路|半路|套路|思路"
    rf"|出路|后居)\s?{_NUMBER}"
)


def _find(text: Text) -> Iterator[Span]:
    for pattern in (_FULL, _PLACES, _UNITS):
        for match in pattern.finditer(text.plain):
            if not _NO_STREET.search(match[0]):
                yield match.start(), match.end(), "〔地址〕"
    for pattern in (_ENGLISH, _ROOM, _BOX):
        yield from spans(pattern, text.plain, "〔地址〕")


KIND = Kind(
    Words("地址", "address"),
    50,
    r"[0-9０-９一二三四五六七八九十百零〇A-Za-zａ-ｚＡ-Ｚ] ?(?:号|弄|栋|幢|座|单元|楼|层|室|户|房|组|队|门)"
    r"|[0-9０-９]{1,3}[A-Za-z]?[-－][0-9０-９]"
    rf"|[0-9A-Z][,.]? .*\b(?:{_WAYS}|Gardens?|Tower|Mansion|Estate)\b|(?i:\bbox )",
    _find,
)
