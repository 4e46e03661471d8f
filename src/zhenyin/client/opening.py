"""The two ways to the API: a data folder of this machine, and the address of a server."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from zhenyin.client import lock as locks
from zhenyin.client import network
from zhenyin.client.connection import ApiConnection
from zhenyin.client.in_process import InProcessTransport
from zhenyin.client.lock import Lock
from zhenyin.core.errors import Conflict
from zhenyin.core.words import Language, Words

if TYPE_CHECKING:
    from zhenyin.core.settings import Settings


def folder_api(settings: "Settings", on_wait: Callable[[Words], None]) -> ApiConnection:
    """The API of a data folder, as its owner: of the process that has it, else of this one, which has it from now on.

    on_wait: called with the words for it when another process has the folder and serves nobody.
    """
    lock = locks.take_or_find(settings.data_dir, on_wait)
    if lock is None:
        return ApiConnection(network.to_folder(settings.data_dir), language=settings.language)
    try:
        return _own_api(settings, lock)
    except BaseException:
        lock.release()
        raise


def server_api(url: str, token: str = "", language: Language | None = None) -> ApiConnection:
    """The API of a server, as whoever the personal access token belongs to."""
    return ApiConnection(network.to_url(url), token=token, language=language)


def refuse_to_wait(_: Words) -> NoReturn:
    """What a program does that nobody watches: it is told at once that the folder is taken."""
    raise Conflict(
        "folder-busy",
        en="Another process is at work in this data folder. Try again when it has ended, or run `zhenyin serve`.",
        zh="另一个进程正在使用该数据目录。请等其结束后重试，或运行 zhenyin serve。",
    )


def _own_api(settings: "Settings", lock: Lock) -> ApiConnection:
    # Here, since a command beside a server needs none of it.
    from zhenyin.flows.recovery import recover
    from zhenyin.job.workspace import open_workspace
    from zhenyin.web.local import LocalOperator
    from zhenyin.web.on_demand import OnDemand

    workspace = open_workspace(settings)
    try:
        recover(workspace)
    except BaseException:
        workspace.close()
        raise
    transport = InProcessTransport(LocalOperator(OnDemand(workspace)))

    def close() -> None:
        # Queries that nobody waits for any more end first.
        workspace.warehouse.cancel_queries()
        transport.close()
        workspace.close()
        lock.release()

    return ApiConnection(transport, language=settings.language, on_close=close, in_process=True)
