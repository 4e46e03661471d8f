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

from zhenyin.intake.models import Batch, BatchState, Mapping

_PIECE = 8 << 20
_UNDO = "undo"
_SEALED_FIELDS = ("id", "source", "file", "sha256", "connector", "by")
_OWNER_ONLY, _OWNER_READS = 0o700, 0o600


@dataclass(frozen=True, slots=True)
class Landed:
    """One import as it was made: what a rebuild goes by."""

    batch: Batch
    mapping: Mapping


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


def seal(data_dir: Path, batch: Batch, mapping: Mapping) -> None:
    """Write what a rebuild needs beside the file."""
    data = {name: getattr(batch, name) for name in _SEALED_FIELDS}
    meta = _folder(data_dir) / batch.id / "meta.json"
    text = json.dumps({**data, "at": batch.at.isoformat(), "mapping": mapping.as_dict()}, ensure_ascii=False)
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
    """Whether what a rebuild needs lies beside the file."""
    return (_folder(data_dir) / batch / "meta.json").is_file()


def mark_undo(data_dir: Path, batch: str) -> None:
    """Note that a batch is about to be taken out."""
    folder = _folder(data_dir) / batch
    folder.mkdir(exist_ok=True, mode=_OWNER_ONLY)
    (folder / _UNDO).touch(_OWNER_READS)


def unmark_undo(data_dir: Path, batch: str) -> None:
    """It is out."""
    (_folder(data_dir) / batch / _UNDO).unlink(missing_ok=True)


def marked_undo(data_dir: Path) -> list[str]:
    """The batches that are about to be taken out."""
    return sorted(mark.parent.name for mark in _folder(data_dir).glob(f"*/{_UNDO}"))


def landed(data_dir: Path) -> Iterator[Landed]:
    """Every import in the order in which they were made."""
    found = [_read(path) for path in _folder(data_dir).glob("*/meta.json")]
    yield from sorted(found, key=lambda one: (one.batch.at, one.batch.id))


def key(data_dir: Path) -> str:
    """The secret of this installation with which phones become names of customers; made when first asked for."""
    path = _folder(data_dir) / "key"
    if not path.exists():
        path.write_text(secrets.token_hex(32), "utf-8")
        path.chmod(_OWNER_READS)
    return path.read_text("utf-8")


def _read(meta: Path) -> Landed:
    data = json.loads(meta.read_text("utf-8"))
    mapping = Mapping.from_dict(data.pop("mapping"))
    return Landed(Batch(**{**data, "at": datetime.fromisoformat(data["at"]), "state": BatchState.DONE}), mapping)


def _folder(data_dir: Path) -> Path:
    folder = data_dir / "landing"
    folder.mkdir(parents=True, exist_ok=True, mode=_OWNER_ONLY)
    return folder
