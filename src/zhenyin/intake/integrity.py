"""Is what a rebuild goes by still whole? Originals, their notes, the key, the store and the warehouse against each other."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from zhenyin.core import ids
from zhenyin.core.errors import Conflict
from zhenyin.core.translation import disk_full
from zhenyin.core.words import Words
from zhenyin.intake import landing, store
from zhenyin.intake.landing import Landed
from zhenyin.intake.models import Batch, BatchState
from zhenyin.job.doctor import Check
from zhenyin.job.workspace import Workspace
from zhenyin.warehouse import ledger

Damage = Literal[
    "original-missing", "original-altered", "note-lost", "mapping-lost", "not-in-store", "not-in-warehouse"
]

_HEALED: frozenset[Damage] = frozenset(("note-lost", "not-in-store", "not-in-warehouse"))
_WORDS: dict[Damage, Words] = {
    "original-missing": Words("原始文件丢失", "the original is missing"),
    "original-altered": Words("原始文件被改动", "the original was altered"),
    "note-lost": Words("meta.json 丢失或损坏", "meta.json is lost or broken"),
    "mapping-lost": Words(
        "meta.json 丢失或损坏，且没有保存的映射", "meta.json is lost or broken, and no mapping is saved"
    ),
    "not-in-store": Words("数据库中没有该批次", "the store does not know it"),
    "not-in-warehouse": Words("数据仓库中没有该批次", "the warehouse does not have it"),
}
_RESTORE = Words(
    "请从备份恢复 landing 中的对应目录；没有备份时，请撤销该批次后重新导入原文件。",
    "Put its folder in landing back from a backup; without one, undo the batch and import the file again.",
)
_REBUILD = Words("请运行 zhenyin rebuild。", "Run `zhenyin rebuild`.")


@dataclass(frozen=True, slots=True)
class Finding:
    """A batch with something amiss."""

    batch: str
    damage: Damage

    @property
    def is_healed_by_rebuild(self) -> bool:
        return self.damage in _HEALED


def imports(workspace: Workspace) -> list[Landed]:
    """Every import that a rebuild makes again, in the order of their numbers. What the store or a note lost is made up for.

    Raises Conflict (`original-missing`, `original-altered`, `mapping-lost`) that names the batches, before anything is done.
    """
    beyond_repair = [one for one in findings(workspace) if not one.is_healed_by_rebuild]
    if beyond_repair:
        named_zh = "；".join(f"{one.batch}：{_WORDS[one.damage].zh}" for one in beyond_repair[:5])
        named_en = "; ".join(f"{one.batch}: {_WORDS[one.damage].en}" for one in beyond_repair[:5])
        raise Conflict(
            beyond_repair[0].damage,
            en=f"The warehouse cannot be rebuilt to the same rows ({named_en}). {_RESTORE.en}",
            zh=f"无法重建出相同的数据（{named_zh}）。{_RESTORE.zh}",
        )
    sealed = {one.batch.id: one for one in landing.landed(workspace.settings.data_dir)}
    with workspace.store.read() as db:
        batches = {batch.id: batch for batch in store.all_batches(db)}
        for batch in (one for one in batches.values() if one.state is BatchState.DONE and one.id not in sealed):
            template = store.template(db, batch.source)
            assert template is not None, "findings() says so"
            # Its number is lost with its note: it came after the last one that is older.
            older = (one.number for one in sealed.values() if (one.batch.at, one.batch.id) < (batch.at, batch.id))
            sealed[batch.id] = Landed(batch, template, max(older, default=0))
    wanted = [one for one in sealed.values() if _is_in(one, batches, workspace)]
    return sorted(wanted, key=lambda one: (one.number, one.batch.at, one.batch.id))


def enter_lost(workspace: Workspace, made: Landed, loaded: Batch) -> None:
    """Write down again what was lost of an import that was just made again: its batch, its mapping, its note."""
    with workspace.store.begin() as db:
        if store.find(db, loaded.id) is None:
            store.add(db, replace(loaded, state=BatchState.DONE))
            if store.template(db, loaded.source) is None:
                store.save_template(db, loaded.source, made.mapping, loaded.by, loaded.at)
    if not landing.is_sealed(workspace.settings.data_dir, loaded.id):
        landing.seal(workspace.settings.data_dir, loaded, made.mapping, made.number)


def findings(workspace: Workspace) -> list[Finding]:
    """All that is amiss, batch by batch. Reads every original once."""
    folder = workspace.settings.data_dir
    sealed = {one.batch.id: one for one in landing.landed(folder)}
    with workspace.store.read() as db:
        batches = {batch.id: batch for batch in store.all_batches(db)}
        mapped = store.templates(db)
    done = {batch.id: batch for batch in batches.values() if batch.state is BatchState.DONE}
    with workspace.warehouse.writing() as cursor:
        loaded = ledger.batches(cursor)
    found = []
    for batch_id in sorted({*done, *(one for one in sealed if _is_in(sealed[one], batches, workspace))}):
        known = done.get(batch_id) or sealed[batch_id].batch
        found += [Finding(batch_id, damage) for damage in _of_original(workspace, known)]
        if batch_id not in sealed:
            found.append(Finding(batch_id, "note-lost" if known.source in mapped else "mapping-lost"))
        if batch_id not in batches:
            found.append(Finding(batch_id, "not-in-store"))
        if batch_id not in loaded:
            found.append(Finding(batch_id, "not-in-warehouse"))
    return found


def require_room(workspace: Workspace) -> None:
    """Raises Unavailable (`disk-full`) where a second warehouse would not fit, before anything is written."""
    folder = workspace.settings.data_dir
    originals = sum(file.stat().st_size for file in (folder / "landing").rglob("*") if file.is_file())
    warehouse = folder / "warehouse.duckdb"
    needed = 2 * (warehouse.stat().st_size if warehouse.is_file() else 0) + originals
    if shutil.disk_usage(folder).free < needed:
        raise disk_full()


def examine(workspace: Workspace) -> Iterator[Check]:
    """What `zhenyin doctor` says of it."""
    title = Words("原始文件、记录与数据一致", "Originals, notes and data agree")
    found = findings(workspace)
    if not found:
        yield Check("originals", title, "fine", "SHA-256")
    else:
        named = "; ".join(f"{one.batch}: {one.damage}" for one in found[:10])
        todo = _REBUILD if all(one.is_healed_by_rebuild for one in found) else _RESTORE
        yield Check("originals", title, "wrong", named, todo)
    key_title = Words("化名密钥", "Key of pseudonyms")
    if landing.is_key_lost(workspace.settings.data_dir):
        yield Check("key", key_title, "wrong", "landing/key", landing.KEY_LOST)
    else:
        yield Check("key", key_title, "fine", "landing/key")


def _is_in(one: Landed, batches: dict[str, Batch], workspace: Workspace) -> bool:
    known = batches.get(one.batch.id)
    if known is not None:
        return known.state is BatchState.DONE
    return not landing.is_undone(workspace.settings.data_dir, one.batch.id)


def _of_original(workspace: Workspace, batch: Batch) -> Iterator[Damage]:
    path = landing.file(workspace.settings.data_dir, batch.id, batch.file)
    if not path.is_file():
        yield "original-missing"
    elif ids.checksum(path) != batch.sha256:
        yield "original-altered"
