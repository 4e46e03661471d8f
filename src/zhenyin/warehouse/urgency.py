"""How urgent a ticket is by the word of its source, which stays as it is: `3 - Moderate` is as urgent as 中."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from zhenyin.warehouse import expressions as sql

LEVELS = ("紧急", "高", "中", "低")
"""The product's own words, the most urgent first."""


def level(word: str | None) -> str | None:
    """The product's own word for a priority; None where it cannot be read.

    >>> level("1 - Critical"), level("P2"), level("High"), level("不紧急"), level("Gold")
    ('紧急', '中', '高', '低', None)
    """
    text = (word or "").strip().lower()
    return next((own for own, pattern in _patterns() if re.search(pattern, text)), None)


def expression(column: str) -> str:
    """The same in SQL. A word of the product's own, which most are, needs no pattern."""
    cases = " ".join(
        f"WHEN regexp_matches(lower({column}), {sql.text(pattern)}) THEN '{own}'" for own, pattern in _patterns()
    )
    return f"CASE WHEN {column} IN {sql.texts(LEVELS)} THEN {column} {cases} END"


@cache
def _patterns() -> tuple[tuple[str, str], ...]:
    table = tomllib.loads((files(__package__) / "urgency.toml").read_text("utf-8"))
    return tuple((own, pattern) for own, pattern in table["patterns"])
