"""Files that were uploaded and not imported yet: a folder each, kept until the import or for a day."""

import json
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from zhenyin.core import ids
from zhenyin.core.errors import NotFound, TooLarge
from zhenyin.intake.multipart import FilePart, MultipartBody

KEPT = timedelta(days=1)
_OWNER_ONLY, _OWNER_READS = 0o700, 0o600
_LONGEST_NAME = 180
_META = "meta.json"


@dataclass(frozen=True, slots=True)
class Upload:
    """One file on the disk, whole."""

    id: str
    path: Path
    bytes: int
    by: str
    at: datetime

    @property
    def name(self) -> str:
        return self.path.name


async def receive(
    data_dir: Path, body: AsyncIterator[bytes], content_type: str, largest: int, by: str, at: datetime
) -> Upload:
    """Write the file of a multipart body to the disk, as it comes. Raises Invalid; then nothing is left of it."""
    sweep(data_dir, at)
    upload = ids.new("u")
    folder = _folder(data_dir) / upload
    folder.mkdir(mode=_OWNER_ONLY)
    try:
        part = await _write(folder, MultipartBody(content_type), body, largest)
        name = safe_name(part.name)
        (folder / "new").rename(folder / name)
        data = {"name": name, "bytes": part.bytes, "by": by, "at": at.isoformat()}
        (folder / _META).write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Upload(upload, folder / name, part.bytes, by, at)


def find(data_dir: Path, upload: str) -> Upload:
    """The upload of that id. Raises NotFound where it was imported, dropped, or is older than a day."""
    folder = next((one for one in _folder(data_dir).iterdir() if one.name == upload), None)
    if folder is None or not (folder / _META).is_file():
        raise NotFound(
            "upload-unknown",
            en=f"There is no upload {upload!r}; it was imported, or lay there for more than a day. Upload it again.",
            zh=f"没有上传文件 {upload}：可能已导入，或已超过一天被清除。请重新上传。",
        )
    data = json.loads((folder / _META).read_text("utf-8"))
    return Upload(upload, folder / data["name"], data["bytes"], data["by"], datetime.fromisoformat(data["at"]))


def drop(data_dir: Path, upload: str) -> None:
    """Throw an upload away. Raises NotFound."""
    shutil.rmtree(find(data_dir, upload).path.parent, ignore_errors=True)


def sweep(data_dir: Path, now: datetime) -> int:
    """Throw away what was uploaded more than a day ago, whole or not. Returns how many that were."""
    old = [folder for folder in _folder(data_dir).iterdir() if _made_at(folder, now) < now - KEPT]
    for folder in old:
        shutil.rmtree(folder, ignore_errors=True)
    return len(old)


def sweep_broken_off(data_dir: Path) -> None:
    """Throw away what was still coming in when the process ended. Called before anything can be uploaded."""
    for folder in _folder(data_dir).iterdir():
        if not (folder / _META).is_file():
            shutil.rmtree(folder, ignore_errors=True)


async def _write(folder: Path, parts: MultipartBody, body: AsyncIterator[bytes], largest: int) -> FilePart:
    written = 0
    with (folder / "new").open("xb") as file:
        (folder / "new").chmod(_OWNER_READS)
        async for piece in body:
            for data in parts.feed(piece):
                written += len(data)
                if written > largest:
                    raise too_large(largest)
                file.write(data)
    return parts.finished(written)


def too_large(largest: int) -> TooLarge:
    """The refusal of a file above the limit."""
    return TooLarge(
        "upload-too-large",
        en=f"The file is larger than {largest >> 20:,} MiB. Split it, or raise the setting upload_mib.",
        zh=f"文件超过 {largest >> 20:,} MiB。请拆分后上传，或调大设置 upload_mib。",
    )


def safe_name(given: str) -> str:
    """A name for the disk, from whatever a browser says: no folders, no control signs, not too long.

    >>> safe_name("C:\\\\data\\\\工单.csv"), safe_name("../../etc/passwd"), safe_name("..")
    ('工单.csv', 'passwd', 'upload')
    """
    bare = given.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(sign for sign in bare if sign.isprintable()).strip().lstrip(".")
    stem, dot, suffix = shown.rpartition(".")
    while len(shown.encode()) > _LONGEST_NAME:
        stem = stem[:-1]
        shown = stem + dot + suffix[:20]
    return shown if shown not in ("", _META, "new") else "upload"


def _made_at(folder: Path, now: datetime) -> datetime:
    try:
        return datetime.fromisoformat(json.loads((folder / _META).read_text("utf-8"))["at"])
    except (OSError, ValueError, KeyError):
        # It is still coming in, or was broken off: its own clock tells.
        return datetime.fromtimestamp(folder.stat().st_mtime) if folder.exists() else now


def _folder(data_dir: Path) -> Path:
    folder = data_dir / "uploads"
    folder.mkdir(parents=True, exist_ok=True, mode=_OWNER_ONLY)
    return folder
