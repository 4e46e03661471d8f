"""What a request from the network passes first: the host that it names must be one of ours."""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from zhenyin.core.words import Words
from zhenyin.web.problem import respond

LOOPBACK = ("localhost", "127.0.0.1", "::1")


class AllowedHosts:
    """Refuses with 400 what names another host: another site's page may lead a browser here under a name of its own."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self.app, self.hosts = app, frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self.hosts:
            await self.app(scope, receive, send)
            return
        request = Request({**scope, "app": self.app})
        host = named_host(request.headers.get("host", ""))
        if host in self.hosts:
            await self.app(scope, receive, send)
            return
        words = Words(
            f"此服务不以 {host} 为名。请使用设置 allowed_hosts 中的地址，或将其加入。",
            f"This server does not go by the name {host}. Use one of allowed_hosts, or add it to that setting.",
        )
        await respond(request, 400, "host-unknown", words)(scope, receive, send)


def named_host(header: str) -> str:
    """The host of a `Host` header, without its port.

    >>> named_host("Example.org:8000"), named_host("[::1]:8000"), named_host("127.0.0.1")
    ('example.org', '::1', '127.0.0.1')
    """
    host = header.strip().lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if ":" in host else host


def allowed(listening: str, setting: str) -> tuple[str, ...]:
    """The hosts that are let in. Without a setting: those of this machine where it listens to itself alone, else any.

    >>> allowed("127.0.0.1", ""), allowed("0.0.0.0", ""), allowed("0.0.0.0", "zhenyin.example, 10.0.0.5")
    (('localhost', '127.0.0.1', '::1'), (), ('localhost', '127.0.0.1', '::1', 'zhenyin.example', '10.0.0.5'))
    """
    given = tuple(host.strip() for host in setting.split(",") if host.strip())
    if given:
        return (*LOOPBACK, *given)
    is_own = listening in LOOPBACK or listening.startswith("127.")
    return tuple(dict.fromkeys((*LOOPBACK, listening))) if is_own else ()
