"""Texts in one shape, so that two spellings of one thing are one."""

import re
import unicodedata
from functools import lru_cache

_NOISE = re.compile(r"[\W_]+")
_LEADING_MARK = "\ufeff"


def plain(text: str) -> str:
    """Full-width letters and digits made half-width, line ends and runs of blanks made one blank, ends trimmed.

    >>> plain("　Ｘ２００　\\t 漏水 ")
    'X200 漏水'
    """
    return " ".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(10_000)
def label(text: str) -> str:
    """A name without case, blanks and punctuation: what two spellings of one column have in common.

    >>> label("Created_At") == label("created at") == label("﻿CreatedAt")
    True
    """
    return _NOISE.sub("", unicodedata.normalize("NFKC", text.strip(_LEADING_MARK)).casefold())
