"""How a command enters the workspace: `workspace()` first, before it prints anything or imports what takes long.

If another process has the data folder, `workspace()` raises Elsewhere, and the whole command runs there (decision 0002).
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from zhenyin.core.errors import Refusal
from zhenyin.core.words import Language, Words

if TYPE_CHECKING:
    from zhenyin.client.connection import ApiConnection
    from zhenyin.client.lock import Lock
    from zhenyin.core.settings import Settings
    from zhenyin.job.workspace import Workspace

# A command that came through the socket runs in the owner's workspace and speaks the caller's language.
_given_workspace: ContextVar["Workspace | None"] = ContextVar("given_workspace", default=None)
_given_language: ContextVar[Language | None] = ContextVar("given_language", default=None)

_opened: "tuple[Lock, Workspace] | None" = None
_api: "ApiConnection | None" = None


class Elsewhere(BaseException):
    """Another process has the workspace. Not an Exception, so that no command catches it by accident."""

    def __init__(self, settings: "Settings") -> None:
        self.settings = settings
        super().__init__("the workspace is open in another process")
        from zhenyin.cli.owner.wire import Request

        self.request = Request.of_this_command(settings.language)

    def forward(self) -> int:
        """Run the command in the process that has the workspace; returns its exit code."""
        from zhenyin.cli.owner.remote import send

        return send(self.settings.data_dir, self.request)


def settings() -> "Settings":
    """The settings in force where the command runs."""
    from zhenyin.core import settings as settings_module

    given = _given_workspace.get()
    return given.settings if given else settings_module.load()


def workspace() -> "Workspace":
    """The open workspace of the data folder. Call it before the command prints or changes anything."""
    global _opened
    if given := _given_workspace.get():
        return given
    if _opened is None:
        from zhenyin.client.lock import take_or_find

        in_force = settings()
        lock = take_or_find(in_force.data_dir, say)
        if lock is None:
            raise Elsewhere(in_force)
        from zhenyin.job.workspace import open_workspace

        _opened = lock, open_workspace(in_force)
    return _opened[1]


def api() -> "ApiConnection":
    """The API of the data folder: of the server that has it, else of this process."""
    global _api
    if _api is None:
        from zhenyin.client.opening import folder_api

        _api = folder_api(settings(), say)
    return _api


def say(words: Words) -> None:
    """One line for the person, on standard error."""
    print(words.into(language()), file=sys.stderr, flush=True)


def is_given() -> bool:
    """Whether this command came from another process into the workspace that is open here."""
    return _given_workspace.get() is not None


def leave() -> None:
    """Close what this process opened."""
    global _opened, _api
    if _api:
        open_api, _api = _api, None
        open_api.close()
    if _opened:
        lock, open_workspace = _opened
        _opened = None
        open_workspace.close()
        lock.release()


def language() -> Language:
    """The language that the person reads."""
    if given := _given_language.get():
        return given
    try:
        return settings().language
    except Refusal:
        return "zh"


@contextmanager
def given(workspace: "Workspace", spoken: Language) -> Iterator[None]:
    """Within: commands run in this workspace and speak this language."""
    entered, heard = _given_workspace.set(workspace), _given_language.set(spoken)
    try:
        yield
    finally:
        _given_workspace.reset(entered)
        _given_language.reset(heard)


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
    """`with _session.progress() as progress: flow(workspace(), progress=progress)`"""
    line = ProgressLine()
    try:
        yield line
    finally:
        line.end()
