"""Problem documents (RFC 9457) of the API as the refusals that they were made from, and answers that are none of its own."""

import json
from collections.abc import Mapping
from typing import Any

from zhenyin.core.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    RateLimited,
    Refusal,
    TooLarge,
    Unauthenticated,
    Unavailable,
)
from zhenyin.core.words import Words

_KINDS: dict[int, type[Refusal]] = {
    kind.status: kind for kind in (Conflict, Forbidden, Invalid, NotFound, TooLarge, Unauthenticated, Unavailable)
}
_NO_HEADERS: Mapping[str, str] = {}
# What is waited after a 429 that names no seconds.
_SECONDS_TO_WAIT = 60
_LONGEST_QUOTE = 200


def refusal(status: int, body: bytes, headers: Mapping[str, str] = _NO_HEADERS) -> Refusal:
    """The refusal that an answer stands for; its class follows from the status, its code and words from the document.

    headers: of the answer, names in lower case. What no Zhenyin has written (a proxy, another server) is
    `server-silent`, `server-moved`, `request-too-large`, `rate-limited` or `answer-unreadable`, by its status.

    >>> body = '{"code": "metric-unknown", "details": {"en": "There is no such metric.", "zh": "没有该指标。"}}'
    >>> print(refusal(404, body.encode()))
    There is no such metric. [metric-unknown]
    """
    document = _document(body)
    words, code = _words(document), document.get("code")
    if words is None or not isinstance(code, str):
        made = _foreign(status, body, headers)
    elif status == RateLimited.status:
        made = RateLimited(code, en=words.en, zh=words.zh, retry_after=_seconds(headers))
    else:
        made = _KINDS.get(status, Refusal)(code, en=words.en, zh=words.zh)
    # The status of the answer, where the class has another one (500).
    made.status = status
    return made


def failure(error: dict[str, Any]) -> Refusal:
    """The refusal that a failed job ended with."""
    return Refusal(error["code"], **error["details"])


def unreadable(status: int, body: bytes) -> Unavailable:
    """For an answer that should be JSON of Zhenyin, and is not."""
    quote = _quote(body)
    return Unavailable(
        "answer-unreadable",
        en=f"The answer has the status {status} and is none of Zhenyin's{quote}. See that the address is right.",
        zh=f"收到状态码 {status}，且内容不是真因的回答{quote}。请确认服务地址。",
    )


def _foreign(status: int, body: bytes, headers: Mapping[str, str]) -> Refusal:
    """For an error, or a redirection, that was written by something between here and Zhenyin."""
    if status < 400:
        return _moved(status, headers.get("location", "?"))
    if status == TooLarge.status:
        return TooLarge(
            "request-too-large",
            en="A proxy before the server refuses a request of this size (413). Raise its limit, or send less.",
            zh="服务前的代理拒绝了这么大的请求（413）。请调高其上限，或减少发送内容。",
        )
    if status == RateLimited.status:
        seconds = _seconds(headers)
        return RateLimited(
            "rate-limited",
            en=f"A proxy before the server refuses so many requests (429). Try again in {seconds} seconds.",
            zh=f"服务前的代理因请求过多而拒绝（429）。请在 {seconds} 秒后重试。",
            retry_after=seconds,
        )
    if status in (502, 503, 504):
        return Unavailable(
            "server-silent",
            en=f"The proxy at this address reaches no server ({status}). See that the server runs, then try again.",
            zh=f"该地址的代理无法连接到服务（{status}）。请确认服务正在运行后重试。",
        )
    return unreadable(status, body)


def _moved(status: int, place: str) -> Unavailable:
    return Unavailable(
        "server-moved",
        en=f"The address redirects ({status}) to {place}. Connect to the address that the server has there.",
        zh=f"该地址重定向（{status}）到 {place}。请改用重定向后的服务地址。",
    )


def _document(body: bytes) -> dict[str, Any]:
    try:
        document = json.loads(body)
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}


def _words(document: Mapping[str, Any]) -> Words | None:
    """The details of a problem document; None where it has none in both languages."""
    try:
        return Words(zh=document["details"]["zh"], en=document["details"]["en"])
    except (KeyError, TypeError, ValueError):
        return None


def _seconds(headers: Mapping[str, str]) -> int:
    given = headers.get("retry-after", "")
    return int(given) if given.isdecimal() else _SECONDS_TO_WAIT


def _quote(body: bytes) -> str:
    """The beginning of a short text in brackets; nothing for a page or for what is no text."""
    text = " ".join(body[: 4 * _LONGEST_QUOTE].decode("utf-8", "replace").split())
    if not text or text.startswith("<") or "\ufffd" in text:
        return ""
    return f" ({text[:_LONGEST_QUOTE]})"
