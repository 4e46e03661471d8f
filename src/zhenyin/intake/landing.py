"""The landing: every imported file as it came, sealed, with what is needed to import it again to the same rows."""

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from zhenyin.core.errors import Conflict
from zhenyin.core.words import Words
from zhenyin.intake.models import Batch, BatchState, Mapping

_PIECE = 8 << 20
_UNDO, _UNDONE = "undo", "undone"
_SEALED_FIELDS = ("id", "source", "file", "sha256", "connector", "by")
_OWNER_ONLY, _OWNER_READS = 0o700, 0o600


@dataclass(frozen=True, slots=True)
class Landed:
    """One import as it was made: what a rebuild goes by."""

    batch: Batch
    mapping: Mapping
    number: int
    """The place in the order of imports; 0 where an earlier version gave none, and their moments tell."""


def land(data_dir: Path, batch: str, path: Path) -> tuple[Path, str]:
    """Copy a file into the landing and take its checksum on the way. Returns where it lies, and the SHA-256."""
    folder = _folder(data_dir) / batch / "original"
    folder.mkdir(parents=True, mode=_OWNER_ONLY)
    target, digest = folder / path.name, hashlib.sha256()
    with path.open("rb") as source, target.open("xb") as copy, ThreadPoolExecutor(1, "landing") as worker:
        target.chmod(_OWNER_READS)
        while piece := source.read(_PIECE):
            counted = worker.submit(digest.update, piece)
            copy.write(piece)
            counted.result()
    return target, digest.hexdigest()


def seal(data_dir: Path, batch: Batch, mapping: Mapping, number: int | None = None) -> None:
    """Write what a rebuild needs beside the file. number: its place in the order, if it is not the last one."""
    data = {name: getattr(batch, name) for name in _SEALED_FIELDS}
    meta = _folder(data_dir) / batch.id / "meta.json"
    # By number and not by clock: a clock may be set back.
    if number is None:
        number = 1 + max((one.number for one in landed(data_dir)), default=0)
    note = {**data, "at": batch.at.isoformat(), "mapping": mapping.as_dict(), "number": number}
    text = json.dumps(note, ensure_ascii=False)
    # Whole on the disk before it has its name: a meta is there or not, and never in part.
    fresh = meta.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        fresh.chmod(_OWNER_READS)
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(meta)


def file(data_dir: Path, batch: str, name: str) -> Path:
    """Where the original of a batch lies."""
    return _folder(data_dir) / batch / "original" / name


def drop(data_dir: Path, batch: str) -> None:
    """Throw away the file of an import that did not come about."""
    shutil.rmtree(_folder(data_dir) / batch, ignore_errors=True)


def ids(data_dir: Path) -> list[str]:
    """The batches that have a folder, sealed or not."""
    return sorted(folder.name for folder in _folder(data_dir).iterdir() if folder.is_dir())


def is_sealed(data_dir: Path, batch: str) -> bool:
    """Whether what a rebuild needs lies beside the file, and can be read."""
    return _read(_folder(data_dir) / batch / "meta.json") is not None


def mark_undo(data_dir: Path, batch: str) -> None:
    """Note that a batch is about to be taken out."""
    folder = _folder(data_dir) / batch
    folder.mkdir(exist_ok=True, mode=_OWNER_ONLY)
    (folder / _UNDO).touch(_OWNER_READS)


def mark_undone(data_dir: Path, batch: str) -> None:
    """It is out, for good: a rebuild without the store knows it too."""
    (_folder(data_dir) / batch / _UNDO).replace(_folder(data_dir) / batch / _UNDONE)


def is_undone(data_dir: Path, batch: str) -> bool:
    """Whether the batch was taken out."""
    return (_folder(data_dir) / batch / _UNDONE).exists()


def marked_undo(data_dir: Path) -> list[str]:
    """The batches that are about to be taken out."""
    return sorted(mark.parent.name for mark in _folder(data_dir).glob(f"*/{_UNDO}"))


def landed(data_dir: Path) -> Iterator[Landed]:
    """Every import in the order in which they were made. One whose note cannot be read is left out."""
    found = [one for path in _folder(data_dir).glob("*/meta.json") if (one := _read(path)) is not None]
    yield from sorted(found, key=lambda one: (one.number, one.batch.at, one.batch.id))


KEY_LOST = Words(
    "化名密钥 landing/key 丢失，新数据无法与已有客户对应。"
    "请从备份恢复；没有备份时运行 zhenyin rebuild，所有客户将获得新的化名。",
    "The key of pseudonyms (landing/key) is lost: new rows would not match the customers known. Put it back from a backup; "
    "without one run `zhenyin rebuild`, which gives all customers new pseudonyms.",
)


def key(data_dir: Path) -> str:
    """The secret of this installation with which phones become names of customers; made when first asked for.

    Raises Conflict (`key-lost`) where there are imports already.
    """
    if is_key_lost(data_dir):
        raise Conflict("key-lost", en=KEY_LOST.en, zh=KEY_LOST.zh)
    path = _folder(data_dir) / "key"
    if not path.exists():
        make_key(data_dir)
    return path.read_text("utf-8")


def is_key_lost(data_dir: Path) -> bool:
    """Whether there are imports, and not the key that they were made with."""
    path = _folder(data_dir) / "key"
    return (not path.is_file() or not path.stat().st_size) and any(_folder(data_dir).glob("*/meta.json"))


def make_key(data_dir: Path) -> None:
    """Make a new key; only where all rows are made anew with it."""
    path = _folder(data_dir) / "key"
    path.touch(_OWNER_READS)
    path.write_text(secrets.token_hex(32), "utf-8")
    path.chmod(_OWNER_READS)


def _read(meta: Path) -> Landed | None:
    try:
        data = json.loads(meta.read_text("utf-8"))
        mapping, number = Mapping.from_dict(data.pop("mapping")), int(data.pop("number", 0))
        batch = Batch(**{**data, "at": datetime.fromisoformat(data["at"]), "state": BatchState.DONE})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return Landed(batch, mapping, number)


def _folder(data_dir: Path) -> Path:
    folder = data_dir / "landing"
    folder.mkdir(parents=True, exist_ok=True, mode=_OWNER_ONLY)
    return folder
