"""No body is read beyond what a request of ours may have: counted as it comes, whatever it says of its length."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from zhenyin.core.words import Words
from zhenyin.web.problem import respond

LARGEST = 4 << 20
"""Bytes of a body; the mapping of a table of 5,000 columns has a quarter of it."""
COUNTED_BY_ITSELF = "/api/uploads"
"""The one route that takes files: it lets nobody in without a login, counts what comes, and keeps nothing in memory."""
WORDS = Words(
    f"请求体超过 {LARGEST >> 20} MiB。请减小后重试；文件请用上传接口。",
    f"The body is larger than {LARGEST >> 20} MiB. Send less; files go to the uploads.",
)


class BodyTooLarge(HTTPException):
    """More came than is taken."""

    def __init__(self) -> None:
        super().__init__(413, "body too large", {"Connection": "close"})


class BodyLimitMiddleware:
    """Refuses with 413: at once where the length is stated, else as soon as too much has come."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST) -> None:
        self.app, self.largest = app, largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] == COUNTED_BY_ITSELF:
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        stated = request.headers.get("content-length", "")
        if stated.isascii() and stated.isdigit() and (len(stated) > 18 or int(stated) > self.largest):
            refusal = respond(request, 413, "body-too-large", WORDS, headers={"Connection": "close"})
            await refusal(scope, receive, send)
            return
        taken = 0

        async def receive_counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.largest:
                raise BodyTooLarge
            return message

        try:
            await self.app(scope, receive_counted, send)
        except BodyTooLarge:
            refusal = respond(request, 413, "body-too-large", WORDS, headers={"Connection": "close"})
            await refusal(scope, receive, send)
