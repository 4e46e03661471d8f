"""Columns that answer yes or no to whether a ticket is over: a status of two words, and no time."""

import re
from collections.abc import Sequence

from zhenyin.text.normalise import plain
from zhenyin.warehouse.status import stage

_MOSTLY = 0.8
_YES = ("y", "yes", "true", "t", "1", "是", "已", "对", "有", "√", "✓", "✔", "☑", "ja", "oui", "si", "sí")
_NO = ("n", "no", "false", "f", "0", "否", "未", "不是", "没有", "没", "×", "✗", "✘", "☐", "x", "nein", "non")
_AROUND = re.compile(
    r"是否|有无|有没有|已经|已|(?<![a-z])(?:is|was|has|been|ticket|case|issue|flag)(?![a-z])|[\W_]|吗|了|与否|问题|工单|故障"
)
_RESOLVED = frozenset(
    (
        "解决",
        "处理",
        "处理完成",
        "处理完毕",
        "完成",
        "修复",
        "修好",
        "完工",
        "resolved",
        "solved",
        "fixed",
        "completed",
        "complete",
    )
) | frozenset(("done", "finished", "repaired"))
_CLOSED = frozenset(("关闭", "结案", "办结", "闭环", "完结", "归档", "关单", "结束", "closed", "close"))


def is_end(column: str, cells: Sequence[str]) -> bool:
    """Whether a column says by yes or no that tickets are over.

    >>> is_end("Resolved?", ["Y", "N"]), is_end("是否已解决", ["是", "否", "是"]), is_end("Reopened", ["Y", "N"])
    (True, True, False)
    >>> is_end("Resolved", ["2026-03-01", "N"]), is_end("Resolved", [])
    (False, False)
    """
    known = sum(cell.casefold() in _YES or cell.casefold() in _NO or stage(cell) is not None for cell in cells)
    return bool(cells) and known >= _MOSTLY * len(cells) and bool(wording(column))


def wording(column: str) -> dict[str, str]:
    """What yes and no mean in a column of that name (small letters → status); nothing where it does not ask for an end."""
    bare = _AROUND.sub("", plain(column).casefold())
    if bare in _CLOSED:
        yes, no = "已关闭", "未关闭"
    elif bare in _RESOLVED:
        yes, no = "已解决", "未解决"
    else:
        return {}
    return {**dict.fromkeys(_YES, yes), **dict.fromkeys(_NO, no)}
