"""Moments that are none of a ticket's own course: plans, deadlines, appointments, changes, birthdays, dates of things.

By its name such a column is neither when a ticket came in nor when it ended, whatever its cells look like and however much
of a known name it holds: 预计完成时间, "expected resolution date".
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from zhenyin.text.normalise import plain

_WORD = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_other_moment(name: str) -> bool:
    """Whether a column names a moment that is neither when a ticket came in, was answered, nor when it ended.

    >>> [is_other_moment(name) for name in ("预计结束时间", "Response By", "Next visit", "updated_at", "生产日期")]
    [True, True, True, True, True]
    >>> [is_other_moment(name) for name in ("创建时间", "实际完成时间", "Call logged", "Resolution date")]
    [False, False, False, False]
    """
    chinese, english = _words()
    text = plain(name)
    return any(word in text for word in chinese) or not english.isdisjoint(
        _WORD.findall(_CAMEL.sub(" ", text).casefold())
    )


@cache
def _words() -> tuple[tuple[str, ...], frozenset[str]]:
    table = tomllib.loads((files(__package__) / "other_moments.toml").read_text("utf-8"))
    words = [word for kind in table.values() for word in kind]
    return tuple(word for word in words if not word.isascii()), frozenset(word for word in words if word.isascii())
