"""One line of a log: its time, level, source and message, in the orders and brackets that programs use."""

import re
from typing import NamedTuple

_MONTH, _CLOCK = r"[A-Z][a-z]{2}", r"\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?"
_TIMES = (
    rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}[ T]{_CLOCK}(?: ?(?:Z|UTC|[+-]\d{{2}}:?\d{{2}}))?",
    rf"(?:[A-Z][a-z]{{2}},? )?{_MONTH} +\d{{1,2}} {_CLOCK}(?: [A-Z]{{3}})? \d{{4}}",
    rf"(?:[A-Z][a-z]{{2}},? )?\d{{1,2}}[ /-]{_MONTH}[ /-]\d{{4}}[ :]{_CLOCK}(?: [+-]\d{{4}})?",
    rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}} {_CLOCK}",
)
_TIME = "|".join(_TIMES)
_LEVEL = (
    "TRACE|DEBUG|VERBOSE|INFO(?:RMATION)?|NOTICE|WARN(?:ING)?|ERR(?:OR)?|CRIT(?:ICAL)?|ALERT|EMERG|SEVERE|FATAL|PANIC"
)
_BETWEEN = r"[\s:|,-]*"
_SOURCE = r"\[(?P<bracket>[^\[\]]{1,120})\]|\((?P<round>[^()]{1,120})\)|(?P<word>[A-Za-z0-9][\w.:/-]{3,63}?(?=[\s:\]]))"
_HEAD = re.compile(rf"^[\[<(]?(?P<time>{_TIME})[\])>]?{_BETWEEN}(?P<rest>\S.*)$")
_LEVEL_FIRST = re.compile(
    rf"^[\[<(]?(?P<level>{_LEVEL})[\])>]?{_BETWEEN}(?:{_SOURCE})?{_BETWEEN}(?P<message>.*)$", re.IGNORECASE
)
_SOURCE_FIRST = re.compile(
    rf"^(?:{_SOURCE}){_BETWEEN}[\[<(]?(?P<level>{_LEVEL})(?![\w/])[\])>]?{_BETWEEN}(?P<message>.*)$",
    re.IGNORECASE,
)
_LEADING_LEVEL = re.compile(rf"^[\[<(]?(?P<level>{_LEVEL})[\])>]?{_BETWEEN}(?P<rest>.*)$", re.IGNORECASE)
_OTHER_TIMES = (
    rf"{_MONTH} +\d{{1,2}} \d{{2}}:\d{{2}}:\d{{2}}",
    r"\d{2}-\d{2} \d{2}:\d{2}:\d{2}",
    r"\d+\.\d+:? ",
    r"\d{6} \d{6} ",
    r"<\d+>",
)
_BEGINS = re.compile(rf"^\W?(?:{'|'.join((_TIME, *_OTHER_TIMES))})")


class LogLine(NamedTuple):
    """time as the line writes it; source "" where it names none."""

    time: str
    level: str
    source: str
    message: str


def parse(text: str) -> LogLine | None:
    """A line that begins with a time and names a level; None for any other.

    >>> parse("2026-03-05 09:00:00,000 INFO [IPC Handler 0] unit.Store: block written")
    LogLine(time='2026-03-05 09:00:00.000', level='INFO', source='IPC Handler 0', message='unit.Store: block written')
    >>> parse("[Thu Mar 05 09:00:00 2026] [notice] unit0 state 0")
    LogLine(time='Thu Mar 05 09:00:00 2026', level='NOTICE', source='', message='unit0 state 0')
    """
    head = _HEAD.match(text) or _level_in_front(text)
    if head is None:
        return None
    time, rest = head["time"].replace(",", ".", 1) if head["time"][0].isdigit() else head["time"], head["rest"]
    # Brackets set a source apart; a bare word behind a level may as well begin the message.
    first = _LEVEL_FIRST.match(rest)
    found = first or _SOURCE_FIRST.match(rest)
    if found is None or not found["message"].strip():
        return None
    source = found["bracket"] or found["round"] or found["word"] or ""
    if first and found["word"] and head["time"][0] not in "0123456789":
        return LogLine(time, found["level"].upper(), "", rest[found.start("word") :])
    return LogLine(time, found["level"].upper(), source, found["message"])


def begins_like_a_log(text: str) -> bool:
    """Whether a line begins as those of logs do, be it understood or not.

    >>> begins_like_a_log("Mar  5 09:00:00 host sshd[12]: closed"), begins_like_a_log("2026-03-05,漏水,已关闭")
    (True, False)
    """
    return bool(_BEGINS.match(text))


def _level_in_front(text: str) -> re.Match[str] | None:
    """`INFO 2026-03-05 09:00:00 [unit] message`: read as if the level stood behind the time."""
    level = _LEADING_LEVEL.match(text)
    head = _HEAD.match(level["rest"]) if level else None
    return _HEAD.match(f"{head['time']} {level['level']} {head['rest']}") if level and head else None
