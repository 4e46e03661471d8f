"""Problem documents (RFC 9457) of the API as the refusals that they were made from."""

import json
from typing import Any

from zhenyin.core.errors import Conflict, Forbidden, Invalid, NotFound, Refusal, Unauthenticated, Unavailable

_KINDS: dict[int, type[Refusal]] = {
    kind.status: kind for kind in (Conflict, Forbidden, Invalid, NotFound, Unauthenticated, Unavailable)
}


def refusal(status: int, body: bytes) -> Refusal:
    """The refusal that an answer stands for; its class follows from the status, its code and words from the document.

    >>> body = '{"code": "metric-unknown", "details": {"en": "There is no such metric.", "zh": "没有该指标。"}}'
    >>> print(refusal(404, body.encode()))
    There is no such metric. [metric-unknown]
    """
    document = _document(body)
    kind = _KINDS.get(status, Refusal)
    if not {"code", "details"} <= document.keys():
        return Unavailable(
            "answer-unreadable",
            en=f"The answer has the status {status} and is none of Zhenyin's. See that the address is right.",
            zh=f"收到状态码 {status}，且内容不是真因的回答。请确认服务地址。",
        )
    made = kind(document["code"], **document["details"])
    # The status of the answer, where the class has another one (500).
    made.status = status
    return made


def failure(error: dict[str, Any]) -> Refusal:
    """The refusal that a failed job ended with."""
    return Refusal(error["code"], **error["details"])


def _document(body: bytes) -> dict[str, Any]:
    try:
        document = json.loads(body)
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}
