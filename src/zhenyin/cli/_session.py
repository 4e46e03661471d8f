"""How a command speaks to the product: through the HTTP API, of the server that has the data folder or of this process.

`api()` comes first, before a command prints anything or imports what takes long.
"""

import json
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from zhenyin.core.errors import Refusal
from zhenyin.core.words import Language, Words

if TYPE_CHECKING:
    from zhenyin.client.connection import ApiConnection
    from zhenyin.core.settings import Settings

_api: "ApiConnection | None" = None
# As many as a page may have (`account.paging.MAX_LIMIT`, which brings the web framework along).
_PAGE = 500


def settings() -> "Settings":
    """The settings in force."""
    from zhenyin.core import settings as settings_module

    return settings_module.load()


def api() -> "ApiConnection":
    """The API of the data folder: of the server that has it, else of this process."""
    global _api
    if _api is None:
        from zhenyin.client.opening import folder_api

        _api = folder_api(settings(), say)
    return _api


def has_folder() -> bool:
    """Whether this process has the data folder, and no server."""
    return api().in_process


def fetch(
    path: str,
    query: Mapping[str, object] | None = None,
    *,
    method: str = "GET",
    body: object = None,
    as_json: bool = False,
) -> Any:
    """The answer of a route. With `as_json` it is printed as it came, and the command ends."""
    answer = api().call_raw(method, path, body, query=query)
    if as_json:
        print(answer.decode())
        raise typer.Exit
    return json.loads(answer) if answer else None


def items(path: str, query: Mapping[str, object] | None = None, *, as_json: bool = False) -> Iterator[Any]:
    """All items of a list, page after page. With `as_json` the first page is printed, and the command ends."""
    offset: int | None = 0
    while offset is not None:
        page = fetch(path, {**(query or {}), "limit": _PAGE, "offset": offset}, as_json=as_json)
        yield from page["items"]
        offset = page["next"]


def run_job(
    path: str,
    body: object = None,
    *,
    query: Mapping[str, object] | None = None,
    as_json: bool = False,
    quiet: bool = False,
) -> dict[str, Any]:
    """Start a job and follow it to its result, with its progress on standard error. With `as_json` the result is printed."""
    from zhenyin.client import jobs

    with progress() as line:
        result = jobs.run(api(), path, body, None if quiet else line, query=query)
    if as_json:
        print(json.dumps(result, ensure_ascii=False))
        raise typer.Exit
    return result


def leave() -> None:
    """Close what this process opened."""
    global _api
    if _api:
        open_api, _api = _api, None
        open_api.close()


def say(words: Words) -> None:
    """One line for the person, on standard error."""
    print(words.into(language()), file=sys.stderr, flush=True)


def language() -> Language:
    """The language that the person reads."""
    try:
        return settings().language
    except Refusal:
        return "zh"


def text(words: Mapping[str, str] | None) -> str:
    """What an answer says, in the person's language; a dash for nothing."""
    return words[language()] if words else "—"


def slice_text(where: Mapping[str, list[str]]) -> str:
    """The values of a slice in one line; a dash for everything."""
    return " ".join("、".join(values) for values in where.values()) or "—"


class ProgressLine:
    """Progress on standard error: one line that is drawn over on a terminal, else a line every five seconds."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._last = float("-inf")
        self._width = 0

    def __call__(self, done: float, words: Words) -> None:
        moment = time.monotonic()
        if moment - self._last < (0.1 if self._live else 5.0):
            return
        self._last = moment
        text = f"{done:4.0%}  {words.into(language())}"
        if not self._live:
            print(text, file=sys.stderr, flush=True)
            return
        self._width = max(self._width, len(text))
        print(f"\r{text:<{self._width}}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Wipe the line."""
        if self._live and self._width:
            print("\r\x1b[2K", end="", file=sys.stderr, flush=True)


@contextmanager
def progress() -> Iterator[ProgressLine]:
    """Within: a line that shows how far a job is."""
    line = ProgressLine()
    try:
        yield line
    finally:
        line.end()
