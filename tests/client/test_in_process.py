"""The caller of ASGI applications: bodies both ways, endings, and what goes wrong."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from zhenyin.client.in_process import Application, InProcessTransport
from zhenyin.client.transport import Call

Scope, Message = dict[str, Any], dict[str, Any]


@pytest.fixture
def calling() -> Iterator[Any]:
    opened: list[InProcessTransport] = []

    def make(app: Application) -> InProcessTransport:
        opened.append(InProcessTransport(app))
        return opened[-1]

    yield make
    for transport in opened:
        transport.close()


async def _start(send: Any, status: int = 200) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"X-Kind", "é".encode("latin-1"))]})


async def echo(scope: Scope, receive: Any, send: Any) -> None:
    """Sends back the path, the query and the body, each piece as it comes."""
    await _start(send, 201)
    await send(
        {"type": "http.response.body", "body": f"{scope['path']}?".encode() + scope["query_string"], "more_body": True}
    )
    more = True
    while more:
        message = await receive()
        more = message["more_body"]
        await send({"type": "http.response.body", "body": message["body"], "more_body": more})


@pytest.mark.parametrize("body", [b"", b"whole", [b"a", b"b" * 100_000, b"", b"c"]])
def test_what_is_sent_arrives_and_comes_back(calling: Any, body: Any) -> None:
    reply = calling(echo).send(Call("POST", "/a%20%E5%8C%97?x=%E4%BA%AC", {"X-Own": "1"}, body))
    assert (reply.status, reply.headers["x-kind"]) == (201, "é")
    assert b"".join(reply.chunks()) == "/a 北?x=%E4%BA%AC".encode() + (
        body if isinstance(body, bytes) else b"".join(body)
    )


def test_an_application_waits_for_a_slow_reader_and_is_ended_when_it_leaves(calling: Any) -> None:
    sent: list[int] = []
    ended: list[str] = []

    async def endless(scope: Scope, receive: Any, send: Any) -> None:
        await _start(send)
        try:
            while True:
                sent.append(1)
                await send({"type": "http.response.body", "body": b"x", "more_body": True})
        finally:
            ended.append("yes")

    transport = calling(endless)
    chunks = transport.send(Call("GET", "/")).chunks()
    for _ in range(3):
        next(chunks)
    assert len(sent) < 20
    chunks.close()
    transport.close()
    assert ended == ["yes"]
    transport.__init__(endless)  # so that the fixture has one to close


def test_what_is_raised_before_an_answer_is_raised_to_the_caller(calling: Any) -> None:
    async def broken(scope: Scope, receive: Any, send: Any) -> None:
        raise LookupError("no answer")

    with pytest.raises(LookupError, match="no answer"):
        calling(broken).send(Call("GET", "/"))


def test_what_follows_the_answer_is_done_when_the_call_returns(calling: Any) -> None:
    done: list[str] = []

    async def late(scope: Scope, receive: Any, send: Any) -> None:
        await _start(send)
        await send({"type": "http.response.body", "body": b"ok"})
        await asyncio.sleep(0.05)
        done.append("audit")

    assert list(calling(late).send(Call("GET", "/")).chunks()) == [b"ok"]
    assert done == ["audit"]


def test_calls_of_many_threads_run_beside_each_other(calling: Any) -> None:
    from concurrent.futures import ThreadPoolExecutor

    together = asyncio.Barrier(4)

    async def meets(scope: Scope, receive: Any, send: Any) -> None:
        await together.wait()
        await echo(scope, receive, send)

    transport = calling(meets)
    with ThreadPoolExecutor(4) as pool:
        bodies = list(pool.map(lambda n: b"".join(transport.send(Call("GET", f"/{n}")).chunks()), range(4)))
    assert bodies == [b"/0?", b"/1?", b"/2?", b"/3?"]
