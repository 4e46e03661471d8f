"""The API inside this process: an ASGI application is called on an event loop of its own, in a thread beside the caller."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping
from typing import Any, TypeVar
from urllib.parse import unquote

from zhenyin.client.transport import Call

Message = dict[str, Any]
Application = Callable[
    [dict[str, Any], Callable[[], Awaitable[Any]], Callable[[Any], Awaitable[None]]], Awaitable[None]
]

# So many pieces of an answer wait for the reader before the application has to.
_PIECES_AHEAD = 8
_SECONDS_TO_END = 5.0

T = TypeVar("T")


class InProcessTransport:
    """Calls the application from any thread; it runs until `close`."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="api", daemon=True)
        self._thread.start()

    def send(self, call: Call) -> "InProcessReply":
        return _wait(self._begin(call), self._loop)

    async def _begin(self, call: Call) -> "InProcessReply":
        exchange = _Exchange(call)
        task = self._loop.create_task(exchange.run(self._app))
        try:
            start = await exchange.messages.get()
        except asyncio.CancelledError:
            task.cancel()
            raise
        if isinstance(start, BaseException):
            raise start
        return InProcessReply(self._loop, task, exchange, start)

    def close(self) -> None:
        """End what still runs: a piece of work in a thread is waited for, though not for ever."""
        _wait(self._stop(), self._loop)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _stop(self) -> None:
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        if rest:
            await asyncio.wait(rest, timeout=_SECONDS_TO_END)


class InProcessReply:
    def __init__(
        self, loop: asyncio.AbstractEventLoop, task: "asyncio.Task[None]", exchange: "_Exchange", start: Message
    ) -> None:
        self._loop, self._task, self._exchange = loop, task, exchange
        self.status: int = start["status"]
        self.headers: Mapping[str, str] = {
            name.decode("latin-1").lower(): value.decode("latin-1") for name, value in start["headers"]
        }

    def chunks(self) -> Iterator[bytes]:
        try:
            more = True
            while more:
                message = _wait(self._exchange.messages.get(), self._loop)
                if isinstance(message, BaseException):
                    raise message
                yield message.get("body", b"")
                more = message.get("more_body", False)
            # What the application does after its answer (the line in the audit) is done when the call returns.
            _wait(self._ended(), self._loop)
        finally:
            self.close()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._leave)

    async def _ended(self) -> None:
        self._exchange.gone.set()
        await asyncio.wait([self._task])

    def _leave(self) -> None:
        self._exchange.gone.set()
        self._task.cancel()


def _wait(work: Coroutine[Any, Any, T], loop: asyncio.AbstractEventLoop) -> T:
    """The result of work on the loop; a caller who is interrupted takes the work back."""
    future = asyncio.run_coroutine_threadsafe(work, loop)
    try:
        return future.result()
    except BaseException:
        future.cancel()
        raise


class _Exchange:
    """One request and its answer, as the application sees them (ASGI 3.0, HTTP 2.4)."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._body = iter([call.body] if isinstance(call.body, bytes) else call.body)
        self._sent = False
        self.messages: asyncio.Queue[Message | BaseException] = asyncio.Queue(_PIECES_AHEAD)
        self.gone = asyncio.Event()

    async def run(self, app: Application) -> None:
        """What the application raises after its answer has begun is in its log, and the answer ends there."""
        try:
            await app(self._scope(), self._receive, self._send)
        except Exception as error:
            if not self.gone.is_set():
                await self.messages.put(error)

    def _scope(self) -> dict[str, Any]:
        path, _, query = self._call.target.partition("?")
        headers = {"host": "localhost", **{name.lower(): value for name, value in self._call.headers.items()}}
        return {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "method": self._call.method,
            "scheme": "http",
            "path": unquote(path),
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()],
            "client": None,
            "server": None,
        }

    async def _receive(self) -> Message:
        if not self._sent:
            piece = next(self._body, None)
            self._sent = piece is None
            return {"type": "http.request", "body": piece or b"", "more_body": piece is not None}
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        # Whoever reads no further is not waited for.
        if not self.gone.is_set():
            await self.messages.put(message)
