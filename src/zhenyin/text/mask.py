"""Personal data in free text, replaced by a word that says what stood there.

The patterns are RE2's, whose time grows with the text alone, and stand here as data: whole columns are masked where they
are, by the engine or by Arrow. RE2 has no look-around, so the neighbour of a number is matched and put back; two numbers
that share a neighbour need a second turn.
"""

import pyarrow as pa
import pyarrow.compute as pc

_NO_DIGIT_BEFORE, _NO_DIGIT_AFTER = "(^|[^0-9])", "($|[^0-9Xx])"
_BIRTHDAY = "(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_MOBILE = r"(?:\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}"
_LANDLINE = "0[1-9][0-9]{1,2}[- ]?[2-9][0-9]{6,7}"
_NUMBERS = (
    ("〔身份证号〕", f"[1-9][0-9]{{5}}{_BIRTHDAY}[0-9]{{3}}[0-9Xx]"),
    ("〔银行卡号〕", "62[0-9]{14,17}"),
    ("〔手机号〕", _MOBILE),
    ("〔电话〕", _LANDLINE),
)
_EMAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_PLACE = r"(?:\p{Han}{2,8}?(?:省|自治区|市|区|县|镇|乡|街道))+"
_STREET = r"[\p{Han}A-Za-z0-9]{1,12}?(?:路|街|道|巷|弄|村|小区|花园|大厦|广场)"
_UNIT = "(?:号楼|号|弄|栋|幢|座|单元|楼|层|室)"
_HOUSE_NUMBER = rf"[0-9]+ ?{_UNIT}(?:\p{{Han}}{{0,6}}?[0-9]+ ?{_UNIT})*"
_ADDRESS = f"{_PLACE}(?:{_STREET})*{_HOUSE_NUMBER}|{_STREET}{_HOUSE_NUMBER}"

FULL_WIDTH, HALF_WIDTH = "０１２３４５６７８９－＠", "0123456789-@"
_LONG_NUMBER, _NUMBER = "[0-9０-９]{16}", "[0-9０-９][0-9０-９ －-]{6,}"
_MARK = "[@＠]|[0-9０-９] ?" + _UNIT
SUSPECT = f"{_NUMBER}|{_MARK}"
"""What a text without a match of this cannot hold: personal data of any kind below."""


def _steps(numbers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    alone = ((f"{_NO_DIGIT_BEFORE}{number}{_NO_DIGIT_AFTER}", rf"\1{word}\2") for word, number in numbers)
    return ((_EMAIL, "〔邮箱〕"), *(step for step in alone for _ in range(2)), (_ADDRESS, "〔地址〕"))


STEPS = _steps(_NUMBERS)
"""(pattern, replacement), to be done in this order, every match of each."""
CASES = ((_LONG_NUMBER, STEPS), (_NUMBER, _steps(_NUMBERS[2:])), (_MARK, _steps(())))
"""(what a suspect text holds, the steps that can find anything in it): the first that fits. Most hold no long number."""
WHOLE = f"{_MOBILE}|{_LANDLINE}|{_EMAIL}|{_NUMBERS[0][1]}"
"""What a cell that is nothing but personal data matches as a whole."""


def mask(texts: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    """The texts with phone, identity-card and bank-card numbers, e-mail and postal addresses replaced. Unknown stays so.

    >>> mask(pa.array(["请打13812345678或 li.lei@example.com", None, "订单 2026030512345"])).to_pylist()
    ['请打〔手机号〕或 〔邮箱〕', None, '订单 2026030512345']
    """
    for wide, narrow in zip(FULL_WIDTH, HALF_WIDTH, strict=True):
        texts = pc.replace_substring(texts, wide, narrow)
    for pattern, replacement in STEPS:
        texts = pc.replace_substring_regex(texts, pattern, replacement)
    return texts
