"""Chats that were exported as text: WeChat, QQ, WhatsApp, 飞书, 钉钉. See `tabular.chat` for what becomes a ticket."""

from itertools import islice
from pathlib import Path

from zhenyin.connectors import Connector, TableInfo, Yield
from zhenyin.core.words import Words
from zhenyin.tabular import chat
from zhenyin.tabular.chat_forms import FORMS, form_of, is_day_first, messages
from zhenyin.tabular.lines import lines

_SAMPLED = 2_000


def tables(path: Path) -> list[TableInfo]:
    """The reports are one table of tickets."""
    return [TableInfo(path.stem, chat.COLUMNS, 0, "tickets")]


def read(path: Path, _table: str = "") -> Yield:
    """The reports, in chunks."""
    some = [text for _, text in islice(lines(path), _SAMPLED) if text.strip()]
    form = form_of(some, path.name) or FORMS[0]
    yield from chat.rows(messages(lines(path), form, is_day_first(some, form)))


def _sniff(path: Path, head: bytes) -> float:
    some = [line for line in head.decode("utf-8", "ignore").splitlines()[:200] if line.strip()]
    return 0.93 if path.suffix.lower() == ".txt" and form_of(some, path.name) else 0.0


CONNECTOR = Connector(Words("聊天记录（文本）", "Chat export (text)"), _sniff, tables, read)
