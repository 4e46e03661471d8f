"""Whether a ticket is over by the word of its source, which stays as it is: `Closed (Not Solved)` is, 未解决 is not."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from zhenyin.core.chinese import traditional
from zhenyin.warehouse import expressions as sql


def stage(word: str | None) -> str | None:
    """`closed`, `resolved` or `open`; None for a word that tells of no end, which is as good as open.

    >>> stage("Closed Complete"), stage("已解决"), stage("Not resolved"), stage("待关闭"), stage("New")
    ('closed', 'resolved', 'open', 'open', None)
    """
    text = (word or "").strip().lower().translate(str.maketrans(*_scripts()))
    return next((own for own, pattern in _patterns() if re.search(pattern, text)), None)


def stages(rows: str) -> str:
    """The statement that gives each word of some rows its stage: few words are said by many rows."""
    return f"SELECT status, {_expression('status')} AS stage FROM (SELECT DISTINCT status FROM {rows})"


def _expression(column: str) -> str:
    traditional, simplified = _scripts()
    word = f"translate(lower({column}), {sql.text(traditional)}, {sql.text(simplified)})"
    cases = " ".join(f"WHEN regexp_matches({word}, {sql.text(pattern)}) THEN '{own}'" for own, pattern in _patterns())
    return f"CASE {cases} END"


@cache
def _scripts() -> tuple[str, str]:
    """The characters of the patterns that are written otherwise in the traditional script, and how the patterns write them."""
    signs = sorted({sign for _, pattern in _patterns() for sign in pattern if not sign.isascii()})
    pairs = [(other, sign) for sign in signs for other in sorted(traditional(sign)) if len(other) == 1]
    return "".join(other for other, _ in pairs), "".join(sign for _, sign in pairs)


@cache
def _patterns() -> tuple[tuple[str, str], ...]:
    table = tomllib.loads((files(__package__) / "status.toml").read_text("utf-8"))
    return tuple((own, pattern) for own, pattern in table["patterns"])
