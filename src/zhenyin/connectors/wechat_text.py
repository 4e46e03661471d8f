"""Exports of chat groups: `2026-03-05 14:05:12 name`, then the message. Reports become tickets, staff answer them.

A message counts as a report where it tells of trouble, is long, or the staff answered it; small talk is passed over, and
counted as such. The first answer that names the reporter (`@name`) is the first response.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from zhenyin.connectors import CHUNK_ROWS, Connector, TableInfo, Yield
from zhenyin.core.ids import fingerprint
from zhenyin.core.words import Words
from zhenyin.tabular.lines import lines
from zhenyin.tabular.rows import chunk

COLUMNS = (
    "id",
    "created_at",
    "customer_id",
    "description",
    "first_response_at",
    "agent",
    "device_id",
    "channel",
    "reply text",
)
_HEAD = re.compile(r"^(\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d{2}(?::\d{2})?)\s+(\S.*?)\s*$")
_STAFF = re.compile(r"客服|售后|官方|小助手|工程师|客户经理|技术支持|service|support", re.IGNORECASE)
_AGENT = re.compile(r".*?(?:客服|售后|官方|小助手|工程师|技术支持)[-_— ]*")
_TROUBLE = re.compile(
    r"坏|故障|失败|失灵|漏|渗|报错|错误|异响|噪音|响|退货|退款|换货|换一|维修|师傅|上门|投诉|没反应|没有反应|连不上|打不开|用不了|不能|不了|不动"
    r"|闪退|掉线|离线|断|充不|卡|慢|死机|发热|烫|冒烟|味|脏|不制|不转|不灵|不准|发票|保修|怎么回事|怎么办|怎么解决|建议|希望|麻烦"
)
_SERIAL = re.compile(r"(?:序列号|机身码|机身号|设备号|设备编号|SN|S/N)[:：\s]*([A-Za-z0-9]{6,24})", re.IGNORECASE)
_LONG, _JOINED, _OPEN = 15, timedelta(minutes=10), timedelta(days=14)


@dataclass(slots=True)
class _Message:
    line: int
    at: datetime
    stamp: str
    who: str
    texts: list[str] = field(default_factory=list)
    answer: "_Message | None" = None

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def is_report(self) -> bool:
        return self.answer is not None or len(self.text) >= _LONG or bool(_TROUBLE.search(self.text))

    def row(self) -> tuple[str, ...]:
        serial, answer = _SERIAL.search(self.text), self.answer
        first_answer = (answer.stamp, _AGENT.sub("", answer.who), answer.text) if answer else ("", "", "")
        name = fingerprint(self.stamp, self.who, self.texts[0])
        return (
            name,
            self.stamp,
            self.who,
            self.text,
            *first_answer[:2],
            serial[1] if serial else "",
            "微信",
            first_answer[2],
        )


def tables(path: Path) -> list[TableInfo]:
    """The reports are one table of tickets."""
    return [TableInfo(path.stem, COLUMNS, 0, "tickets")]


def read(path: Path, _table: str = "") -> Yield:
    """The reports, in chunks, in the order in which they are settled: answered long ago, or never."""
    waiting: list[_Message] = []
    for report in _reports(path):
        waiting.append(report)
        if len(waiting) == CHUNK_ROWS:
            yield chunk(COLUMNS, [one.row() for one in waiting], [one.line for one in waiting])
            waiting = []
    if waiting:
        yield chunk(COLUMNS, [one.row() for one in waiting], [one.line for one in waiting])


def _reports(path: Path) -> Iterator[_Message]:
    pending: dict[str, list[_Message]] = {}
    for message in _messages(path):
        if _STAFF.search(message.who):
            _answer(pending, message)
            continue
        own = pending.setdefault(message.who, [])
        if own and own[-1].answer is None and message.at - own[-1].at <= _JOINED:
            own[-1].texts += message.texts
        else:
            yield from (old for old in own if message.at - old.at > _OPEN and old.is_report)
            pending[message.who] = [old for old in own if message.at - old.at <= _OPEN] + [message]
    yield from (old for own in pending.values() for old in own if old.is_report)


def _answer(pending: dict[str, list[_Message]], answer: _Message) -> None:
    """Give the answer to the oldest open report of the one it names; to their last message if none looks like one."""
    for who in re.findall(r"@(\S+)", answer.text):
        own = [one for one in pending.get(who, ()) if one.answer is None]
        report = next((one for one in own if one.is_report), own[-1] if own else None)
        if report is not None:
            report.answer = answer


def _messages(path: Path) -> Iterator[_Message]:
    now: _Message | None = None
    for number, text in lines(path):
        head = _HEAD.match(text)
        if head is None:
            if now is not None:
                now.texts.append(text)
            continue
        if now is not None and now.texts:
            yield now
        now = _Message(number, _moment(head[1]), head[1], head[2])
    if now is not None and now.texts:
        yield now


def _moment(text: str) -> datetime:
    day, clock = text.replace("/", "-").split()
    year, month, date = map(int, day.split("-"))
    return datetime(year, month, date) + timedelta(
        **dict(zip(("hours", "minutes", "seconds"), map(int, clock.split(":")), strict=False))
    )


def _sniff(path: Path, head: bytes) -> float:
    found = [bool(_HEAD.match(line)) for line in head.decode("utf-8", "ignore").splitlines()[:200] if line.strip()]
    if path.suffix.lower() != ".txt" or len(found) < 2 or not found[0]:
        return 0.0
    return 0.93 if 0.15 * len(found) <= sum(found) <= 0.6 * len(found) else 0.0


CONNECTOR = Connector(Words("微信群聊记录", "Chat group export"), _sniff, tables, read)
