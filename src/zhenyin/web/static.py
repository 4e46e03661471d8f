"""The pages: files that the UI's build left in static/, compressed once, and index.html for every page's address."""

import gzip
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse
from starlette.exceptions import HTTPException

FOLDER = Path(__file__).parent / "static"

FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
_COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/manifest+json")
_NOT_BUILT = "The pages have not been built. Run `make ui`.\n页面尚未构建，请运行 make ui。\n"


@dataclass(frozen=True, slots=True)
class _File:
    media_type: str
    plain: bytes
    packed: bytes | None


def mount(app: FastAPI) -> None:
    """Answer everything outside /api. A path without a file is a page's address: it gets index.html."""
    app.add_api_route("/{path:path}", _serve, methods=["GET", "HEAD"], include_in_schema=False)


def _serve(path: str, request: Request) -> Response:
    if path == "api" or path.startswith("api/"):
        raise HTTPException(404)
    file = _inside(path)
    if file is None and Path(path).suffix and path != "index.html":
        raise HTTPException(404)
    target = file or FOLDER / "index.html"
    if not target.is_file():
        return PlainTextResponse(_NOT_BUILT, 503)
    # The build puts a hash of the content into the names below assets/.
    keep = FOREVER if path.startswith("assets/") else ASK_AGAIN
    return _answer(_load(target, target.stat().st_mtime_ns), request, keep)


def _inside(path: str) -> Path | None:
    file = (FOLDER / path).resolve()
    return file if file.is_relative_to(FOLDER.resolve()) and file.is_file() else None


def _answer(file: _File, request: Request, keep: str) -> Response:
    headers = {"Cache-Control": keep, "Vary": "Accept-Encoding"}
    if file.packed is None or "gzip" not in request.headers.get("Accept-Encoding", ""):
        return Response(file.plain, media_type=file.media_type, headers=headers)
    return Response(file.packed, media_type=file.media_type, headers={**headers, "Content-Encoding": "gzip"})


@lru_cache(maxsize=512)
def _load(path: Path, _changed: int) -> _File:
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    plain = path.read_bytes()
    packed = gzip.compress(plain, 9) if media_type.startswith(_COMPRESSIBLE) and len(plain) > 1000 else None
    return _File(media_type, plain, packed)
