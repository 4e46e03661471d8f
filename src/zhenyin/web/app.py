"""The app, put together from what is found by scanning: every `<domain>/api.py` and every `web/*_api.py`."""

import importlib
import importlib.metadata
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.web import errors, static
from zhenyin.web.audit import AuditMiddleware, StrangersLines
from zhenyin.web.body_limit import BodyLimitMiddleware
from zhenyin.web.description import DescribedApp
from zhenyin.web.headers import HeadersMiddleware
from zhenyin.web.readable import ReadableMiddleware
from zhenyin.web.waiting import WaitingMiddleware

ABOUT = Words("真因：从工单到验证有效的改进", "Zhenyin: from after-sales tickets to a verified fix")


def create_app(workspace: Workspace, modules: Iterable[str] | None = None) -> FastAPI:
    """The app that serves this workspace. modules: those whose routes it has; all of them if not given."""
    app = _assemble(names() if modules is None else modules)
    app.state.workspace = workspace
    app.state.strangers = StrangersLines()
    return app


def describe() -> dict[str, Any]:
    """The OpenAPI description of everything under /api, from which the UI's types are made."""
    return _assemble(names()).openapi()


def names() -> Iterator[str]:
    """The modules with routes. No room is imported to find them."""
    package = importlib.import_module("zhenyin")
    for room in pkgutil.iter_modules(package.__path__, "zhenyin."):
        if room.ispkg and (Path(package.__path__[0]) / room.name.partition(".")[2] / "api.py").is_file():
            yield f"{room.name}.api"
    web = importlib.import_module("zhenyin.web")
    yield from (m.name for m in pkgutil.iter_modules(web.__path__, "zhenyin.web.") if m.name.endswith("_api"))


def _assemble(modules: Iterable[str]) -> FastAPI:
    # The interactive pages fetch their scripts from elsewhere: they are left out. The description is served below /api.
    app = DescribedApp(title=ABOUT.en, version=importlib.metadata.version("zhenyin"), openapi_url=None)
    for router in _routers(modules):
        app.include_router(router, prefix="/api")
    static.mount(app)
    errors.register(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(ReadableMiddleware)
    app.add_middleware(BodyLimitMiddleware)
    app.add_middleware(WaitingMiddleware)
    app.add_middleware(AuditMiddleware)
    app.add_middleware(HeadersMiddleware)
    return app


def _routers(modules: Iterable[str]) -> Iterator[APIRouter]:
    for name in sorted(modules):
        router = importlib.import_module(name).router
        assert isinstance(router, APIRouter), f"{name}.router is not an APIRouter."
        yield router
