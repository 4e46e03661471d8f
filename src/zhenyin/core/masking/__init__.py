"""Shelf: one kind of personal data per file. `mask` is the one door through which texts go into the warehouse.

A text is looked at in two shadows of the same length: `plain` has wide figures and signs as narrow ones, `figures` has Chinese
figures as digits too. Where numbers have check digits, these decide, so that blanks and dashes may stand anywhere within.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words

_WIDE = "".join(map(chr, range(0xFF01, 0xFF5F)))
_NARROW = "".join(map(chr, range(0x21, 0x7F)))
_PLAIN = str.maketrans(_WIDE + "\u3000\u00a0·•・—–－〇⓪①②③④⑤⑥⑦⑧⑨", _NARROW + "  ---" + "---" + "〇0123456789")
_WIDE_SIGN, _FIGURE = (
    re.compile("[\uff01-\uff5e\u3000\u00a0·•・—–〇⓪①-⑨]"),
    re.compile("[零〇幺一二两三四五六七八九壹贰叁肆伍陆柒捌玖]{2}"),
)
_FIGURES = str.maketrans("零〇幺一二两三四五六七八九壹贰叁肆伍陆柒捌玖", "0011223456789123456789")


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its shadows, which are as long as itself."""

    raw: str
    plain: str
    figures: str

    @classmethod
    def of(cls, raw: str) -> "Text":
        plain = raw.translate(_PLAIN) if _WIDE_SIGN.search(raw) else raw
        return cls(raw, plain, plain.translate(_FIGURES) if _FIGURE.search(plain) else plain)


WHOLE = (
    r"(?:\(?(?:\+|00)?86\)?[- ]?)?1[3-9][0-9][- .]?[0-9]{4}[- .]?[0-9]{4}|\(?0[1-9][0-9]{1,2}\)?[- ]?[2-9][0-9]{6,7}"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"
)
"""What a cell that is nothing but a phone, an e-mail address or an identity number matches as a whole (RE2)."""
VEHICLE = "[A-HJ-NPR-Z0-9]{17}"
"""What a cell that is a vehicle identification number matches as a whole (RE2)."""
Span = tuple[int, int, str]
"""Where personal data begins and ends, and the word that takes its place."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of personal data. rank: those of a lower one are found first, and what they found is theirs.

    suspect: what a text without a match of this (a pattern of RE2) cannot hold.
    """

    title: Words
    rank: int
    suspect: str
    find: Callable[[Text], Iterator[Span]]


KINDS: Shelf[Kind] = Shelf("zhenyin.core.masking", "KIND", Words("个人信息", "kind of personal data"))


def mask(texts: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    """The texts with personal data replaced by a word that says what stood there. Unknown stays so.

    >>> mask(pa.array(["请打138 1234 5678或 li.lei@example.com", None, "订单 2026030512345"])).to_pylist()
    ['请打〔手机号〕或 〔邮箱〕', None, '订单 2026030512345']
    """
    suspects = pc.fill_null(pc.match_substring_regex(texts, suspect()), False)
    if not pc.any(suspects).as_py():
        return texts
    some = texts.filter(suspects)
    some = some.combine_chunks() if isinstance(some, pa.ChunkedArray) else some
    # Which kinds a text may hold is asked of all texts at once, which costs a tenth of asking one by one.
    possible = [pc.match_substring_regex(some, kind.suspect).to_pylist() for kind in _ranked()]
    done = [_masked(text, kinds) for text, *kinds in zip(some.to_pylist(), *possible, strict=True)]
    if isinstance(texts, pa.ChunkedArray):
        texts, suspects = texts.combine_chunks(), suspects.combine_chunks()
    return pc.replace_with_mask(texts, suspects, pa.array(done, texts.type))


def mask_text(text: str) -> str:
    """One text with personal data replaced."""
    return str(mask(pa.array([text], pa.string()))[0])


def _masked(text: str, kinds: Sequence[bool]) -> str:
    shadow = Text.of(text)
    taken: list[Span] = []
    for kind, may_be in zip(_ranked(), kinds, strict=True):
        for span in kind.find(shadow) if may_be else ():
            if all(span[1] <= begin or span[0] >= end for begin, end, _ in taken):
                taken.append(span)
    for begin, end, word in sorted(taken, reverse=True):
        text = text[:begin] + word + text[end:]
    return text


@cache
def suspect() -> str:
    """The pattern (RE2) without a match of which a text holds no personal data."""
    return "|".join(f"(?:{kind.suspect})" for kind in KINDS.values())


@cache
def _ranked() -> tuple[Kind, ...]:
    return tuple(sorted(KINDS.values(), key=lambda kind: kind.rank))


_REFERENCE = re.compile(
    r"(?:单号?|编号|编码|序列号|批次|批号|型号|参数|流水|部件|料号|条码|错误码|故障码|代码|版本|固件|交易|事务|请求|快递|物流|运单|货号|设备号|机身号|日志"
    r"|订单|工单|发票|合同|(?i:\b(?:sn|s/n|imei|mac|order|ticket|serial|case|ref|reference|tracking|part|model|error|code|id|no|number"
    r"|invoice|batch|lot|version|build|trace|request|parcel|awb)))\s?(?i:号码?|no\.?|number|id|#)?\s?[:：#=]?\s?(?:是|为)?\s?$"
)


def is_reference(text: Text, begin: int) -> bool:
    """Whether what stands before a number calls it that of an order, a ticket, a thing or an error."""
    return bool(_REFERENCE.search(text.plain[max(0, begin - 24) : begin]))


def spans(pattern: re.Pattern[str], text: str, word: str, group: int | str = 0) -> Iterator[Span]:
    """Every match of a pattern (or of a group of it), as spans."""
    yield from (
        (match.start(group), match.end(group), word) for match in pattern.finditer(text) if match.start(group) >= 0
    )
