"""What a column of moments is by its name: the creation, or none of a ticket's course (plans, changes, dates of things).

By its name such a column is neither when a ticket came in nor when it ended, whatever its cells look like and however much
of a known name it holds: 预计完成时间, "expected resolution date".
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from zhenyin.text.normalise import plain

_WORD = re.compile(r"[a-z]+")
_MOMENTS = frozenset(("at", "on", "date", "time", "datetime", "timestamp", "when"))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_other_moment(name: str) -> bool:
    """Whether a column names a moment that is neither when a ticket came in, was answered, nor when it ended.

    >>> [is_other_moment(name) for name in ("预计结束时间", "Response By", "Next visit", "Agreed completion", "生产日期")]
    [True, True, True, True, True]
    >>> [is_other_moment(name) for name in ("创建时间", "最后完成时间", "Reported by customer at", "Closed by date")]
    [False, False, False, False]
    """
    return _has(name, "plans") or _has(name, "persons_and_things") or _is_until(name)


def is_no_creation(name: str) -> bool:
    """Whether a column names another moment of a ticket, or of something else, than that at which it came in.

    >>> [is_no_creation(name) for name in ("updated_at", "派单时间", "订单创建时间", "Call logged")]
    [True, True, True, False]
    """
    return is_other_moment(name) or _has(name, "no_creation")


def is_creation(name: str) -> bool:
    """Whether a column names the moment at which a ticket came in, in words of its own.

    >>> [is_creation(name) for name in ("Reported by customer at", "客户首次报修的时间", "报修人", "投诉处理时间")]
    [True, True, False, False]
    """
    words = _english(name)
    moment = any(noun in plain(name) for noun in ("时间", "日期", "时刻")) or not _MOMENTS.isdisjoint(words[1:])
    return moment and _has(name, "creation") and not (_has(name, "later") or is_no_creation(name))


def _is_until(name: str) -> bool:
    """`Response by`, `fix by date`: a deadline; but `reported by` names a person, and `closed by date` is sorted by it."""
    words = _english(name)
    at = len(words) - 1 - words[::-1].index("by") if "by" in words else 0
    rest = set(words[at + 1 :]) <= {"date", "time", "datetime", "utc", "when"}
    return at > 0 and rest and not words[at - 1].endswith("ed")


def _has(name: str, kind: str) -> bool:
    chinese, english = _words(kind)
    return any(word in plain(name) for word in chinese) or not english.isdisjoint(_english(name))


def _english(name: str) -> list[str]:
    return _WORD.findall(_CAMEL.sub(" ", plain(name)).casefold())


@cache
def _words(kind: str) -> tuple[tuple[str, ...], frozenset[str]]:
    words = tomllib.loads((files(__package__) / "moment_names.toml").read_text("utf-8"))[kind]
    return tuple(word for word in words if not word.isascii()), frozenset(word for word in words if word.isascii())
