"""`zhenyin serve`: one process that has the workspace, serves the pages, and answers the commands of others."""

import signal
import socket
import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from zhenyin.core.settings import Settings
    from zhenyin.job.workspace import Workspace


def register(app: typer.Typer) -> None:
    app.command("serve")(serve)


def serve(
    host: Annotated[str, typer.Option(help="the address to listen on; also ZHENYIN_HOST", show_default=False)] = "",
    port: Annotated[int | None, typer.Option(help="also ZHENYIN_PORT", show_default=False)] = None,
) -> None:
    """Serve the pages until interrupted."""
    from zhenyin.cli import _session
    from zhenyin.client.lock import owner, take_or_find
    from zhenyin.core.settings import load as load_settings

    settings = load_settings(**({"host": host} if host else {}), **({"port": port} if port is not None else {}))
    listening = _listen(settings)
    lock = take_or_find(settings.data_dir, _session.say)
    if lock is None:
        raise _already_served(settings, (owner(settings.data_dir) or {}).get("url", ""))
    url = f"http://{_shown(settings.host)}:{settings.port}"
    lock.note(kind="server", url=url)
    try:
        _keep_open(settings, listening, url)
    finally:
        lock.release()


def _keep_open(settings: "Settings", listening: socket.socket, url: str) -> None:
    from zhenyin.cli import _logging, _server
    from zhenyin.flows.recovery import recover
    from zhenyin.job.workspace import opened
    from zhenyin.web import warm
    from zhenyin.web.app import create_app

    _logging.keep(settings.data_dir)
    # The web server hands a signal on once it has stopped; the workspace is to be closed before this process ends.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with opened(settings) as workspace:
        recover(workspace)
        _greet(workspace, url)
        app = create_app(workspace)
        with warm.warming(workspace):
            _server.run(app, listening, settings)


def _greet(workspace: "Workspace", url: str) -> None:
    from zhenyin.account import session
    from zhenyin.cli import _session
    from zhenyin.core import clock
    from zhenyin.core.words import Words

    with workspace.store.begin() as db:
        token = session.first_admin_token(db, clock.now(workspace.settings.zone))
    lines = [Words(f"真因已启动：{url}", f"Zhenyin is at {url}")]
    if token:
        link = f"{url}/first-admin?token={token}"
        lines.append(
            Words(f"首次登录（一次有效，24 小时内）：{link}", f"First login (works once, for 24 hours): {link}")
        )
    if not _is_loopback(workspace.settings.host):
        lines.append(
            Words(
                f"注意：正在监听 {workspace.settings.host}，网络中的其他人可以访问。"
                "请使用 HTTPS 代理并设 ZHENYIN_SECURE_COOKIE=true。",
                f"Mind: listening on {workspace.settings.host}, so others on the network can reach this. "
                "Put HTTPS in front and set ZHENYIN_SECURE_COOKIE=true.",
            )
        )
    for line in lines:
        print(line.into(_session.language()), flush=True)


def _listen(settings: "Settings") -> socket.socket:
    from zhenyin.core.errors import Unavailable

    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=512)
    except OSError as error:
        raise Unavailable(
            "port-busy",
            en=f"Cannot listen on {settings.host}:{settings.port} ({error.strerror}). Use --port or ZHENYIN_PORT.",
            zh=f"无法监听 {settings.host}:{settings.port}（{error.strerror}）。请用 --port 换一个端口。",
        ) from None


def _already_served(settings: "Settings", url: str) -> Exception:
    from zhenyin.core.errors import Conflict

    return Conflict(
        "already-served",
        en=f"{settings.data_dir} is served already: {url}. Stop that server, or use another --data-dir.",
        zh=f"{settings.data_dir} 已有服务在运行：{url}。请停止该服务，或使用其他 --data-dir。",
    )


def _shown(host: str) -> str:
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)
    return f"[{shown}]" if ":" in shown and not shown.startswith("[") else shown


def _is_loopback(host: str) -> bool:
    return host in {"localhost", "::1"} or host.startswith("127.")
