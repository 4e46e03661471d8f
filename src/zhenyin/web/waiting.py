"""Every request is work that somebody waits for: it has a time limit, and stops when the connection is closed."""

import asyncio

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from zhenyin.account.access import workspace
from zhenyin.core.work import Work, waited_for

BODY_SECONDS = 30.0
"""A body whose next part takes longer is given up."""
_GONE: Message = {"type": "http.disconnect"}


class WaitingMiddleware:
    """Listens for the end of the connection while the request is worked on, in threads as well."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        work = Work(workspace(Request(scope)).settings.analysis_seconds)
        # One message is read ahead, so that a body is still taken no faster than it is used.
        messages: asyncio.Queue[Message] = asyncio.Queue(1)

        async def listen() -> None:
            coming = True
            while True:
                # What is half sent and goes no further is as good as gone.
                try:
                    async with asyncio.timeout(BODY_SECONDS if coming else None):
                        message = await receive()
                except TimeoutError:
                    message = _GONE
                if message["type"] == "http.disconnect":
                    work.stop()
                coming = message.get("more_body", False)
                await messages.put(message)
                if work.stopped:
                    return

        async def receive_next() -> Message:
            return _GONE if work.stopped and messages.empty() else await messages.get()

        listening = asyncio.create_task(listen())
        try:
            with waited_for(work):
                await self.app(scope, receive_next, send)
        finally:
            listening.cancel()
