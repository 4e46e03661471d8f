"""Zhenyin 真因: from after-sales tickets to a verified fix.

>>> import tempfile, zhenyin
>>> with zhenyin.open(tempfile.mkdtemp()) as company:
...     company.ask("ticket_count").value
0.0
"""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from os import PathLike

    from zhenyin.client.client import Client

__all__ = ["connect", "open"]


def open(folder: "str | PathLike[str]") -> "Client":  # noqa: A001 - the name that libraries of data have for it
    """The workspace of a data folder of this machine, as its owner; the folder is made when it is missing.

    While a server has the folder, that server is asked. Raises Conflict (`folder-busy`) while another process has it.
    """
    # Here and below: `import zhenyin` takes no time.
    from pathlib import Path

    from zhenyin.client import opening
    from zhenyin.client.client import Client
    from zhenyin.core import settings

    return Client(opening.folder_api(settings.load(data_dir=Path(folder)), opening.refuse_to_wait))


def connect(url: str, *, token: str = "", language: Literal["zh", "en"] | None = None) -> "Client":
    """The workspace of a server by its address, as whoever the personal access token belongs to.

    language: of the errors' text; the person's own if not given. Raises Invalid for what is no address.
    """
    from zhenyin.client import opening
    from zhenyin.client.client import Client

    return Client(opening.server_api(url, token, language))
