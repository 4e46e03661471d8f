"""The app in parts, for a process that answers a few requests: only the rooms that serve a path are imported.

Each part is made as the whole app is, with the same routes, errors and middleware; it lacks the other rooms' routes.
"""

import re
from functools import cache
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from zhenyin.job.workspace import Workspace
from zhenyin.web import app

PACKAGE = Path(__file__).parents[1]

# The description is of all routes.
_WHOLE = "openapi.json"
_PREFIX = re.compile(r'^router = APIRouter\([^)]*prefix="/([^/"]*)', re.MULTILINE)
_ROUTE = re.compile(r'^@router\.\w+\(\s*"/([^/"]*)', re.MULTILINE)


class OnDemand:
    """An app that makes the part of itself that a request needs."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._parts: dict[tuple[str, ...], ASGIApp] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        modules = serving(scope["path"])
        if modules not in self._parts:
            self._parts[modules] = app.create_app(self._workspace, modules)
        await self._parts[modules](scope, receive, send)


def serving(path: str) -> tuple[str, ...]:
    """The modules with routes that begin as the path does; none for a path outside the API."""
    _, _, rest = path.partition("/api/")
    segment = rest.partition("/")[0]
    if segment == _WHOLE:
        return tuple(sorted({name for names in index().values() for name in names}))
    return index().get(segment, ())


@cache
def index() -> dict[str, tuple[str, ...]]:
    """Modules by the first segment of their routes, as their source has them: nothing is imported."""
    found: dict[str, set[str]] = {}
    for name in app.names():
        source = _source(name)
        for segment in _PREFIX.findall(source) or _ROUTE.findall(source):
            found.setdefault(segment, set()).add(name)
    return {segment: tuple(sorted(names)) for segment, names in found.items()}


def _source(module: str) -> str:
    """The text of a module of ours. (`find_spec` would import the room around it.)"""
    return PACKAGE.joinpath(*module.split(".")[1:]).with_suffix(".py").read_text("utf-8")
