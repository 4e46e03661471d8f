"""JSON by POST to an address, as chat robots and other systems take it."""

import json
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from zhenyin.core.words import Words
from zhenyin.notifiers import Message, Notifier, Receipt, unreachable

SECONDS = 10.0


def send(message: Message, target: str) -> Receipt:
    """POST to an http or https address. Raises Unavailable (`notifier-unreachable`)."""
    if urlsplit(target).scheme not in ("http", "https"):
        raise unreachable(target, "not an http or https address")
    body = {"title": message.title.as_dict(), "text": message.text.as_dict(), "data": message.data}
    request = Request(
        target,
        data=json.dumps(body, ensure_ascii=False, default=str).encode(),
        headers={"Content-Type": "application/json; charset=utf-8"},
        method="POST",
    )
    try:
        with urlopen(request, timeout=SECONDS) as answer:
            return Receipt(target, str(answer.status))
    except (URLError, OSError) as error:
        raise unreachable(target, error) from None


NOTIFIER = Notifier(Words("网络钩子", "Webhook"), Words("http(s) 地址", "http(s) address"), send)
