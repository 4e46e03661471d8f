"""Every request that may change something leaves a line: who, what, when, from where, with which outcome."""

import threading
import time
from collections import deque

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from zhenyin.account import store
from zhenyin.account.access import Person, workspace
from zhenyin.core import clock

_HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})


class StrangersLines:
    """How many lines those may leave who are nobody: enough to see an attack by, too few to fill the disk.

    >>> lines = StrangersLines(2)
    >>> lines.take(), lines.take(), lines.take()
    (True, True, False)
    """

    def __init__(self, most: int = 300, seconds: float = 3600.0) -> None:
        self._most, self._seconds = most, seconds
        self._moments: deque[float] = deque()
        self._guard = threading.Lock()

    def take(self) -> bool:
        """Whether one more line may be written now."""
        with self._guard:
            now = time.monotonic()
            while self._moments and self._moments[0] <= now - self._seconds:
                self._moments.popleft()
            if len(self._moments) >= self._most:
                return False
            self._moments.append(now)
            return True


class AuditMiddleware:
    """Writes the line after the answer is known, in a transaction of its own: a refused request is kept as well."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in _HARMLESS:
            await self.app(scope, receive, send)
            return
        status = 500

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        request = Request(scope)
        strangers: StrangersLines = scope["app"].state.strangers
        try:
            await self.app(scope, receive, send_and_note)
        finally:
            if getattr(request.state, "person", None) or strangers.take():
                await run_in_threadpool(_write, request, status)


def _write(request: Request, status: int) -> None:
    open_workspace = workspace(request)
    person: Person | None = getattr(request.state, "person", None)
    login = person.login if person else None
    address = request.client.host if request.client else ""
    token: str | None = getattr(request.state, "token", None) or (person.token.id if person and person.token else None)
    # Strangers choose the path: no sign in it may trouble the store.
    path = "".join(sign if sign.isprintable() else "?" for sign in request.url.path)
    what = f"{request.method[:20]} {path}"
    with open_workspace.store.begin() as db:
        store.insert_audit(db, clock.now(open_workspace.settings.zone), login, what, status, address, token)
