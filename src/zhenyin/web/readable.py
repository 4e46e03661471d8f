"""What no text and no number can be is refused before a route sees it: NUL, half characters, nan, inf, more than 64 bit."""

import json
import math
from urllib.parse import unquote_to_bytes

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from zhenyin.core.errors import Invalid
from zhenyin.core.translation import nested_too_deep, too_large_number, unreadable_text
from zhenyin.core.words import Words
from zhenyin.web.body_limit import COUNTED_BY_ITSELF
from zhenyin.web.problem import respond

LONGEST_ADDRESS = 16_000
_DEEPEST = 100
_MOST = 2**63


class ReadableMiddleware:
    """Refuses with 422 (414 for an address that is too long). Bodies that are no JSON are left to their routes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        address = scope.get("raw_path", scope["path"].encode("utf-8", "surrogatepass")) + b"?" + scope["query_string"]
        if len(address) > LONGEST_ADDRESS:
            await respond(Request(scope), 414, "address-too-long", _TOO_LONG)(scope, receive, send)
            return
        body: Message | None = None
        try:
            _check_text(unquote_to_bytes(address.replace(b"+", b" ")))
            if scope["path"] != COUNTED_BY_ITSELF:
                body = await _whole(receive)
                check_json(body.get("body", b""))
        except Invalid as refusal:
            await respond(Request(scope), refusal.status, refusal.code, refusal.words)(scope, receive, send)
            return
        await self.app(scope, _again(body, receive) if body else receive, send)


_TOO_LONG = Words(
    f"地址超过 {LONGEST_ADDRESS:,} 字节。请缩短筛选条件，或改用 POST。",
    f"The address is longer than {LONGEST_ADDRESS:,} bytes. Use fewer filters, or a POST.",
)


def check_json(body: bytes) -> None:
    """Raises Invalid for a JSON body with a text or a number that is none. What is no JSON at all passes.

    >>> check_json(b'{"a": [1, "x"]}'), check_json(b"no JSON")
    (None, None)
    """
    try:
        value = json.loads(body, parse_constant=_no_number, parse_int=_integer, parse_float=_float) if body else None
    except RecursionError:
        raise nested_too_deep() from None
    except ValueError:
        return
    _check_value(value)


def _check_value(whole: object) -> None:
    waiting: list[tuple[object, int]] = [(whole, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > _DEEPEST:
            raise nested_too_deep()
        if isinstance(value, str):
            _check_text(value.encode("utf-8", "surrogatepass"))
        elif isinstance(value, dict):
            waiting += [(part, depth + 1) for pair in value.items() for part in pair]
        elif isinstance(value, list):
            waiting += [(part, depth + 1) for part in value]


def _check_text(text: bytes) -> None:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        raise unreadable_text() from None
    if b"\x00" in text:
        raise unreadable_text()


def _no_number(_name: str) -> None:
    raise too_large_number()


def _integer(digits: str) -> int:
    # Long ones are not even read: that takes the square of their length.
    if len(digits) > 20 or not -_MOST <= int(digits) < _MOST:
        raise too_large_number()
    return int(digits)


def _float(digits: str) -> float:
    if not math.isfinite(number := float(digits)):
        raise too_large_number()
    return number


async def _whole(receive: Receive) -> Message:
    """The body in one message, or that the asker has left."""
    parts: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return message
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return {"type": "http.request", "body": b"".join(parts), "more_body": False}


def _again(first: Message, receive: Receive) -> Receive:
    waiting = [first]

    async def receive_again() -> Message:
        return waiting.pop() if waiting else await receive()

    return receive_again
