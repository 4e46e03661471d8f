"""SQL text of one cell: from what a file says to what a fact holds. Every expression is null where it cannot tell."""

import re
from collections.abc import Iterable

from zhenyin.core.masking import suspect

BLANKS = "' ' || chr(9) || chr(10) || chr(13) || chr(12288) || chr(160) || chr(65279)"
_WIDE_BLANKS = "\u00a0\u3000\ufeff"
EMPTY_WORDS = ("", "?", "-", "--", "—", "/", "\\N", "null", "none", "n/a", "#n/a", "nan", "nat", "(null)", "无", "空")
MASK = "mask_text"
"""The function of the engine that masks a text."""
_WIDE_NUMBER, _NARROW_NUMBER = "０１２３４５６７８９．，－＋", "0123456789.,-+"
_LONGEST_NUMBER = 200
_PLAIN = "[0-9]*[.]?[0-9]+(?:[eE](?:-[0-9]+|[+]?[0-9]{1,2}))?"
_GROUPED = "[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:[.][0-9]+)?"
_UNIT = "(?:[^-+0-9.,万亿千百kKwWM][^-+0-9.,万亿千百]?)?"
"""One or two signs behind a number, none of which changes what it says, as those of `1.2万`, `3k` or `5-` would."""


def name(text: str) -> str:
    """A quoted identifier.

    >>> name('a "b"')
    '"a ""b""\"'
    """
    return '"' + text.replace('"', '""') + '"'


def text(value: str | None) -> str:
    """A quoted string.

    >>> text("it's")
    "'it''s'"
    """
    return "NULL" if value is None else "'" + value.replace("'", "''") + "'"


def texts(values: Iterable[str]) -> str:
    """A list of quoted strings in brackets, for IN."""
    return f"({', '.join(text(value) for value in values)})"


def cleaned(cell: str) -> str:
    """Trimmed; null where the cell is blank or says that it is empty."""
    trimmed = f"trim({cell}, {BLANKS})"
    # An IN list of this length would become a join for every column.
    empty = "|".join(re.escape(word) for word in EMPTY_WORDS)
    emptied = f"CASE WHEN regexp_full_match({trimmed}, {text(f'(?i:{empty})')}) THEN NULL ELSE {trimmed} END"
    # Most cells need nothing of this, and to find that out costs a sixth of doing it.
    return f"CASE WHEN {_solid(cell)} AND {_is_not_empty_word(cell)} THEN {cell} ELSE {emptied} END"


def is_empty(cell: str) -> bool:
    """Whether a cell with this text is null once it is cleaned.

    >>> is_empty(" NULL "), is_empty("无"), is_empty("无线")
    (True, True, False)
    """
    return cell.strip(f" \t\n\r{_WIDE_BLANKS}").lower() in {word.lower() for word in EMPTY_WORDS}


def _solid(cell: str) -> str:
    """Whether a text neither begins nor ends with a blank."""
    begins = f"ascii({cell}) > 32 AND {_first_is_none_of(cell, _WIDE_BLANKS)}"
    return " AND ".join([begins, *(f"NOT suffix({cell}, {blank})" for blank in BLANKS.split(" || "))])


def _is_not_empty_word(cell: str) -> str:
    """Whether a text without blanks is surely none of the words for empty: by its length in bytes, or its first sign."""
    first = {sign for word in EMPTY_WORDS for sign in word[:1].lower() + word[:1].upper()}
    longest = max(len(word.encode()) for word in EMPTY_WORDS)
    return f"(strlen({cell}) > {longest} OR ({_first_is_none_of(cell, sorted(first))}))"


def _first_is_none_of(cell: str, signs: Iterable[str]) -> str:
    return " AND ".join(f"ascii({cell}) <> {ord(sign)}" for sign in signs)


def elapsed(since: str, until: str) -> str:
    """The whole seconds between two columns; unknown where the later moment lies before the earlier one."""
    seconds = f"epoch_us({name(until)}) // 1000000 - epoch_us({name(since)}) // 1000000"
    return f"CASE WHEN {name(until)} >= {name(since)} THEN {seconds} END"


def number(cell: str) -> str:
    """A cleaned cell as a number; thousands may be set off by commas, and a unit of one or two letters may follow."""
    direct = f"TRY_CAST({cell} AS DOUBLE)"
    narrow = f"translate({cell}, '{_WIDE_NUMBER}', '{_NARROW_NUMBER}')"
    wide = f"regexp_matches({cell}, '[{_WIDE_NUMBER}]')"
    # What has no end (`inf`, `1e999`) is no number; that no shorter one is too large is known by its length.
    return f"""CASE WHEN isfinite({direct}) THEN {direct} WHEN strlen({cell}) > {_LONGEST_NUMBER} THEN NULL
        WHEN {wide} THEN {_with_unit(narrow)} ELSE {_with_unit(cell)} END"""


def _with_unit(cell: str) -> str:
    bare = f"regexp_extract(replace({cell}, ',', ''), '^([-+]?{_PLAIN}) ?{_UNIT}$', 1)"
    grouped = f"regexp_matches({cell}, '^[-+]?{_GROUPED} ?{_UNIT}$')"
    return f"CASE WHEN NOT contains({cell}, ',') OR {grouped} THEN TRY_CAST({bare} AS DOUBLE) END"


def translated(cell: str, words: dict[str, str]) -> str:
    """A cell whose wording is replaced by the product's own; what is not in `words` stays."""
    if not words:
        return cell
    cases = " ".join(f"WHEN {text(word)} THEN {text(own)}" for word, own in words.items())
    return f"CASE lower({cell}) {cases} ELSE {cell} END"


def masked(cell: str) -> str:
    """A text with personal data replaced, where it is one that may hold some. See `core.masking`."""
    return f"CASE WHEN regexp_matches({cell}, {text(suspect())}) THEN {MASK}({cell}) ELSE {cell} END"
