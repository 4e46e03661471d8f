"""Requests of the person who has the data folder: they need no login."""

from starlette.types import ASGIApp, Receive, Scope, Send

from zhenyin.account.access import LOCAL


class LocalOperator:
    """Marks every request as the local operator's. Only the Unix socket and calls inside this process go through it.

    The mark is a key of the ASGI scope: a server makes the scope itself, so that nothing in a request can set it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app({**scope, LOCAL: True}, receive, send)
