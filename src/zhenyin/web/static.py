"""The pages: files that the UI's build left in static/, compressed once, and index.html for the address of a page.

The build writes the addresses that are pages into `pages.json`; any other address is answered with 404.
"""

import gzip
import json
import mimetypes
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from zhenyin.core.words import Words
from zhenyin.web.problem import respond

FOLDER = Path(__file__).parent / "static"

ANY_PATH = "/{path:path}"
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
_COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/manifest+json")
_NOT_BUILT = Words("页面尚未构建，请运行 make ui。", "The pages have not been built. Run `make ui`.")


@dataclass(frozen=True, slots=True)
class _File:
    media_type: str
    plain: bytes
    packed: bytes | None


def mount(app: FastAPI) -> None:
    """Answer everything outside /api: a file of the build, or the page for an address that the build names."""
    app.add_api_route(ANY_PATH, _serve, methods=["GET", "HEAD"], include_in_schema=False)


def _serve(path: str, request: Request) -> Response:
    # What begins with a dot is nobody's business here: the mark of the build, or an address below /.well-known.
    if path == "api" or path.startswith(("api/", ".")):
        raise HTTPException(404)
    index, pages = FOLDER / "index.html", FOLDER / "pages.json"
    if not index.is_file() or not pages.is_file():
        return respond(request, 503, "pages-not-built", _NOT_BUILT)
    if file := _inside(path):
        # The build puts a hash of the content into the names below assets/.
        keep = FOREVER if path.startswith("assets/") else ASK_AGAIN
        return _answer(_load(file, file.stat().st_mtime_ns), request, keep)
    if _addresses(pages, pages.stat().st_mtime_ns).fullmatch(_raw_path(request)):
        return _answer(_load(index, index.stat().st_mtime_ns), request, ASK_AGAIN)
    # Somebody who mistyped an address in a browser reads the page that says so, and from there goes on.
    if "text/html" in request.headers.get("Accept", "") and not Path(path).suffix:
        return _answer(_load(index, index.stat().st_mtime_ns), request, ASK_AGAIN, 404)
    raise HTTPException(404)


def _inside(path: str) -> Path | None:
    file = (FOLDER / path).resolve()
    return file if file.is_relative_to(FOLDER.resolve()) and file.is_file() else None


def _raw_path(request: Request) -> str:
    """The path as it was sent: an id may hold a slash, which is %2F there and no division of the address."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    return raw.partition(b"?")[0].decode("ascii", "replace")


@lru_cache(maxsize=4)
def _addresses(file: Path, _changed: int) -> re.Pattern[str]:
    """Matches the addresses of all pages; a part such as :id stands for anything but a slash."""
    pages: list[str] = json.loads(file.read_bytes())
    patterns = (re.sub(r":\w+", "[^/]+", re.escape(page)) for page in ["/index.html", *pages])
    return re.compile("|".join(f"{pattern}/?" if pattern != "/" else pattern for pattern in patterns))


def _answer(file: _File, request: Request, keep: str, status: int = 200) -> Response:
    headers = {"Cache-Control": keep, "Vary": "Accept-Encoding"}
    if file.packed is None or "gzip" not in request.headers.get("Accept-Encoding", ""):
        return Response(file.plain, status, headers, file.media_type)
    return Response(file.packed, status, {**headers, "Content-Encoding": "gzip"}, file.media_type)


@lru_cache(maxsize=512)
def _load(path: Path, _changed: int) -> _File:
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    plain = path.read_bytes()
    packed = gzip.compress(plain, 9) if media_type.startswith(_COMPRESSIBLE) and len(plain) > 1000 else None
    return _File(media_type, plain, packed)
