"""Shelf: one notification channel per file. `send(message, target) -> receipt`; a failure is never swallowed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from zhenyin.core.errors import Unavailable
from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words


@dataclass(frozen=True, slots=True)
class Message:
    """A notification: a title, a text, and the same as data for machines."""

    title: Words
    text: Words
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where a message went, and what the other side said."""

    target: str
    answer: str


@dataclass(frozen=True, slots=True)
class Notifier:
    """One notification channel: its name, what a target looks like, and the function."""

    title: Words
    target: Words
    send: Callable[[Message, str], Receipt] = field(repr=False)


NOTIFIERS: Shelf[Notifier] = Shelf("zhenyin.notifiers", "NOTIFIER", Words("通知方式", "notifier"))


def unreachable(target: str, why: object) -> Unavailable:
    """The refusal for a target that does not take the message."""
    return Unavailable(
        "notifier-unreachable",
        en=f"The message could not be sent to {target!r}: {why}. Check the address and send it again.",
        zh=f"消息无法送达 {target}：{why}。请检查地址后重试。",
    )
