"""The reports of a chat: messages become tickets, staff answer them. Any export of a chat ends here.

A message counts as a report where it tells of trouble, is long, or the staff answered it; small talk is passed over, and
counted as such. The first answer that names the reporter (`@name`) is the first response; in a chat of two, any answer is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from zhenyin.core.ids import fingerprint
from zhenyin.tabular.rows import CHUNK_ROWS, Chunk, chunk

COLUMNS = (
    "id",
    "created_at",
    "customer name",
    "description",
    "first_response_at",
    "agent",
    "device_id",
    "channel",
    "reply text",
)
_STAFF = re.compile(r"客服|售后|官方|小助手|工程师|客户经理|技术支持|service|support", re.IGNORECASE)
_AGENT = re.compile(r".*?(?:客服|售后|官方|小助手|工程师|技术支持)[-_— ]*")
_TROUBLE = re.compile(
    r"坏|故障|失败|失灵|漏|渗|报错|错误|异响|噪音|响|退货|退款|换货|换一|维修|师傅|上门|投诉|没反应|没有反应|连不上|打不开|用不了|不能|不了|不动"
    r"|闪退|掉线|离线|断|充不|卡|慢|死机|发热|烫|冒烟|味|脏|不制|不转|不灵|不准|发票|保修|怎么回事|怎么办|怎么解决|建议|希望|麻烦"
)
_SERIAL = re.compile(r"(?:序列号|机身码|机身号|设备号|设备编号|SN|S/N)[:：\s]*([A-Za-z0-9]{6,24})", re.IGNORECASE)
_LONG, _JOINED, _OPEN = 15, timedelta(minutes=10), timedelta(days=14)


@dataclass(slots=True)
class Message:
    """What one person wrote at one moment. staff: whether the export says so; None where the name must tell."""

    line: int
    at: datetime
    stamp: str
    who: str
    texts: list[str] = field(default_factory=list)
    channel: str = "微信"
    staff: bool | None = None
    alone: bool = False
    """In a chat of two: an answer need not say to whom it is."""
    answer: "Message | None" = None

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def is_of_staff(self) -> bool:
        return bool(_STAFF.search(self.who)) if self.staff is None else self.staff

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
            self.channel,
            first_answer[2],
        )


def rows(messages: Iterable[Message]) -> Iterator[Chunk]:
    """The reports, in chunks, in the order in which they are settled: answered long ago, or never."""
    waiting: list[Message] = []
    for report in _reports(messages):
        waiting.append(report)
        if len(waiting) == CHUNK_ROWS:
            yield chunk(COLUMNS, [one.row() for one in waiting], [one.line for one in waiting])
            waiting = []
    if waiting:
        yield chunk(COLUMNS, [one.row() for one in waiting], [one.line for one in waiting])


def _reports(messages: Iterable[Message]) -> Iterator[Message]:
    pending: dict[str, list[Message]] = {}
    for message in messages:
        if message.is_of_staff:
            _answer(pending, message)
            continue
        own = pending.setdefault(message.who, [])
        if own and own[-1].answer is None and message.at - own[-1].at <= _JOINED:
            own[-1].texts += message.texts
        else:
            yield from (old for old in own if message.at - old.at > _OPEN and old.is_report)
            pending[message.who] = [old for old in own if message.at - old.at <= _OPEN] + [message]
    yield from (old for own in pending.values() for old in own if old.is_report)


def _answer(pending: dict[str, list[Message]], answer: Message) -> None:
    """Give the answer to the oldest open report of the one it names; to their last message if none looks like one.

    In a chat of two an answer that names nobody is one to the oldest open report.
    """
    named = re.findall(r"@(\S+)", answer.text)
    for who in named or (list(pending) if answer.alone else []):
        own = [one for one in pending.get(who, ()) if one.answer is None]
        report = next((one for one in own if one.is_report), own[-1] if own and named else None)
        if report is not None:
            report.answer = answer
