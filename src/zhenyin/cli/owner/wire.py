"""What goes over the socket: a command with its parameters one way; output and an exit code the other way."""

import json
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from typer._click.globals import get_current_context

from zhenyin.core.words import Language


@dataclass(frozen=True, slots=True)
class Request:
    """One command: the words that name it and its parsed parameters. Paths are absolute: the owner works elsewhere."""

    command: tuple[str, ...]
    parameters: dict[str, Any]
    language: Language
    terminal: bool

    @classmethod
    def of_this_command(cls, language: Language) -> "Request":
        """The command that runs now in this thread."""
        context = get_current_context()
        named: list[str] = []
        parameters = dict(context.params)
        while context.parent is not None:
            named.insert(0, context.info_name or "")
            context = context.parent
        return cls(tuple(named), parameters, language, sys.stdout.isatty())

    def encode(self) -> bytes:
        """One line of JSON.

        >>> request = Request(("import",), {"file": Path("/a.csv"), "json": True}, "en", False)
        >>> Request.decode(request.encode()) == request
        True
        """
        told = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(told, default=_pack).encode() + b"\n"

    @classmethod
    def decode(cls, line: bytes) -> "Request":
        told = json.loads(line, object_hook=_unpack)
        return cls(tuple(told["command"]), told["parameters"], told["language"], told["terminal"])


def frame(**what: str | int) -> bytes:
    """One line of the answer: `out` or `err` with text, or `exit` with the code."""
    return json.dumps(what).encode() + b"\n"


def _pack(value: object) -> dict[str, str]:
    if isinstance(value, Path):
        return {"\x00path": str(value.absolute())}
    if isinstance(value, (date, datetime)):
        return {"\x00moment": value.isoformat()}
    raise TypeError(f"A parameter of type {type(value).__name__} cannot be sent to the process that has the workspace.")


def _unpack(value: dict[str, Any]) -> Any:
    if "\x00path" in value:
        return Path(value["\x00path"])
    if "\x00moment" in value:
        return datetime.fromisoformat(value["\x00moment"])
    return value
