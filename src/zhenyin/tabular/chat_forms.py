"""How programs write a chat as text: the line that says who wrote when, and whether the message stands behind or below it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from zhenyin.tabular.chat import Message

_DAY = r"\d{4}(?:[-/.]|年)\d{1,2}(?:[-/.]|月)\d{1,2}日?"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_SHORT_DAY = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
_SHORT_CLOCK = rf"{_CLOCK}(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
_NUMBERS = re.compile(r"\d+")
_QQ = re.compile(r"\s*(?:[(（]\d{5,12}[)）]|<[^<>]+@[^<>]+>)$")


@dataclass(frozen=True, slots=True)
class ChatForm:
    """head: a line with the groups `at`, `who` and, where the message stands behind them, `text`."""

    channel: str
    head: re.Pattern[str]

    @property
    def is_inline(self) -> bool:
        return "text" in self.head.groupindex


FORMS = (
    ChatForm(
        "QQ", re.compile(rf"^(?P<at>{_DAY} {_CLOCK})\s+(?P<who>\S.*?(?:[(（]\d{{5,12}}[)）]|<[^<>]+@[^<>]+>))\s*$")
    ),
    ChatForm("微信", re.compile(rf"^(?P<at>{_DAY} {_CLOCK})\s+(?P<who>\S.{{0,60}}?)\s*$")),
    ChatForm("微信", re.compile(rf"^(?P<who>\S.{{0,60}}?)[\s(（]\s*(?P<at>{_DAY} {_CLOCK})[)）]?[:：]?\s*$")),
    ChatForm(
        "WhatsApp",
        re.compile(rf"^\u200e?\[(?P<at>{_SHORT_DAY},? {_SHORT_CLOCK})\] (?P<who>[^:]{{1,60}}): (?P<text>.*)$"),
    ),
    ChatForm(
        "WhatsApp",
        re.compile(rf"^\u200e?(?P<at>{_SHORT_DAY},? {_SHORT_CLOCK}) [-–] (?P<who>[^:]{{1,60}}): (?P<text>.*)$"),
    ),
    ChatForm(
        "聊天", re.compile(rf"^\[?(?P<at>{_DAY}[ T]{_CLOCK})\]? (?P<who>[^:：\[\]]{{1,30}})[:：]\s?(?P<text>.*)$")
    ),
)
_NAMES = {
    "QQ": re.compile("QQ"),
    "飞书": re.compile("飞书|Lark|Feishu", re.IGNORECASE),
    "钉钉": re.compile("钉钉|DingTalk", re.IGNORECASE),
}


def form_of(some: Sequence[str], name: str) -> ChatForm | None:
    """The form of a chat by its first lines that hold something; None where it is no chat. name: the file's own."""
    if not some:
        return None
    shares = [(sum(bool(form.head.match(line)) for line in some) / len(some), form) for form in FORMS]
    share, form = max(shares, key=lambda pair: (pair[0], pair[1].is_inline))
    if share < 0.1 or sum(bool(form.head.match(line)) for line in some) < 2 or (not form.is_inline and share > 0.6):
        return None
    text = f"{name}\n{some[0]}"
    channel = next((channel for channel, pattern in _NAMES.items() if pattern.search(text)), form.channel)
    return ChatForm(channel, form.head)


def messages(lines: Iterable[tuple[int, str]], form: ChatForm, day_first: bool) -> Iterator[Message]:
    """The messages of a chat. day_first: of days such as 05/03/2026."""
    now: Message | None = None
    for number, text in lines:
        head = form.head.match(text)
        if head is None:
            if now is not None:
                now.texts.append(text)
            continue
        if now is not None and now.texts:
            yield now
        at = moment(head["at"], day_first)
        texts = [head["text"]] if form.is_inline else []
        now = Message(number, at, f"{at:%Y-%m-%d %H:%M:%S}", _QQ.sub("", head["who"]), texts, form.channel)
    if now is not None and now.texts:
        yield now


def is_day_first(some: Iterable[str], form: ChatForm) -> bool:
    """Whether the first number of short days is the day: some is above 12, or none is and none of the second is."""
    days = [list(map(int, _NUMBERS.findall(found["at"])[:2])) for line in some if (found := form.head.match(line))]
    return any(first > 12 for first, *_ in days) or not any(second > 12 for _, second in days)


def moment(text: str, day_first: bool) -> datetime:
    """The moment of a head, whatever its form; a day that is none moves on to the next that is one."""
    numbers = list(map(int, _NUMBERS.findall(text)))
    (first, second, third), clock = numbers[:3], [*numbers[3:6], 0, 0]
    if first > 31:
        year, month, day = first, second, third
    else:
        day, month = (first, second) if day_first else (second, first)
        year = third + 2000 if third < 100 else third
    half = text.casefold().rstrip(".")
    hour = clock[0] % 12 + 12 * ("p" in half) if half[-1:] == "m" else clock[0]
    return datetime(year, min(month, 12), 1) + timedelta(days=day - 1, hours=hour, minutes=clock[1], seconds=clock[2])
