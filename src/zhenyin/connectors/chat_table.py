"""Chats that were exported as a table with a row per message, such as 留痕 (MemoTrace) and statistics of groups write them."""

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from zhenyin.connectors import Connector, TableInfo, Yield
from zhenyin.core.words import Words
from zhenyin.tabular import chat
from zhenyin.tabular.chat_forms import moment
from zhenyin.tabular.delimited import dialect_of, records
from zhenyin.text.normalise import label

_WHO = (
    "remark",
    "nickname",
    "fromnickname",
    "sendername",
    "fromname",
    "发送人",
    "发送者",
    "发言人",
    "群昵称",
    "昵称",
    "sender",
    "talker",
)
_TEXT = ("strcontent", "content", "消息内容", "内容", "message", "消息", "text")
_AT = (
    "strtime",
    "time",
    "timeasiashanghai",
    "发送时间",
    "消息时间",
    "时间",
    "msgtime",
    "sendtime",
    "date",
    "createtime",
)
_KIND = ("type", "contenttype", "msgtype", "消息类型", "类型", "typename")
_OURS = ("issender", "issend", "是否发送", "isself")
_OF_CHATS = (
    "talkerid",
    "groupid",
    "groupname",
    "fromid",
    "roomid",
    "群名",
    "群id",
    "群聊",
    "会话",
    "wxid",
    "localid",
    "msgsvrid",
)
_OF_TICKETS = ("status", "状态", "priority", "优先级", "工单号", "工单编号", "ticketid", "resolvedat", "解决时间")
_WRITTEN = frozenset(("1", "text", "文本", "文字", "文本消息", "1.0"))
_YES = frozenset(("1", "true", "yes", "是"))


def tables(path: Path) -> list[TableInfo]:
    """The reports are one table of tickets."""
    return [TableInfo(path.stem, chat.COLUMNS, 0, "tickets")]


def read(path: Path, _table: str = "") -> Yield:
    """The reports, in chunks."""
    yield from chat.rows(_messages(path))


def _messages(path: Path) -> Iterator[chat.Message]:
    found = records(path, dialect_of(path))
    names = [label(name) for name in next(found).fields]
    at, text, kind, ours = (_place(names, wanted) for wanted in (_AT, _TEXT, _KIND, _OURS))
    persons = [names.index(name) for name in _WHO if name in names]
    channel = "微信" if "strcontent" in names or "wxid" in names else "群聊"
    for record in found:
        cells = [*record.fields, *[""] * len(names)]
        written = kind is None or cells[kind].strip().casefold() in _WRITTEN
        came = _moment(cells[at]) if at is not None and written else None
        who = next((cells[place].strip() for place in persons if cells[place].strip()), "")
        if came is None or text is None or not who:
            continue
        staff = cells[ours].strip().casefold() in _YES if ours is not None else None
        stamp = f"{came:%Y-%m-%d %H:%M:%S}"
        yield chat.Message(record.line, came, stamp, who, [cells[text]], channel, staff, alone=bool(staff))


def _moment(cell: str) -> datetime | None:
    try:
        return moment(cell, day_first=True)
    except (ValueError, OverflowError):
        return None


def _place(names: list[str], wanted: tuple[str, ...]) -> int | None:
    return next((names.index(name) for name in wanted if name in names), None)


def _sniff(path: Path, head: bytes) -> float:
    if path.suffix.lower() not in (".csv", ".tsv", ".txt"):
        return 0.0
    first = head.decode("utf-8-sig", "ignore").splitlines()[:1]
    names = [label(name) for line in first for name in next(csv.reader([line]), [])]
    whole = all(_place(names, wanted) is not None for wanted in (_AT, _WHO, _TEXT))
    of_chats = _place(names, _KIND) is not None and _place(names, _OURS + _OF_CHATS) is not None
    return 0.94 if whole and of_chats and _place(names, _OF_TICKETS[1:]) is None else 0.0


CONNECTOR = Connector(Words("聊天记录（表格）", "Chat export (table)"), _sniff, tables, read)
