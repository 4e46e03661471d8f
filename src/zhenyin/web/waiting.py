"""Every request is work that somebody waits for: it has a time limit, and stops when the connection is closed."""

import asyncio
from contextlib import suppress

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from zhenyin.account.access import workspace
from zhenyin.core.work import Work, waited_for

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
            while (message := await receive())["type"] != "http.disconnect":
                await messages.put(message)
            work.stop()
            await messages.put(message)

        async def receive_next() -> Message:
            return _GONE if work.stopped and messages.empty() else await messages.get()

        listening = asyncio.create_task(listen())
        try:
            with waited_for(work):
                await self.app(scope, receive_next, send)
        finally:
            listening.cancel()
            with suppress(asyncio.CancelledError):
                await listening
