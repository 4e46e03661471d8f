"""The warehouse made anew from the landing, to the same figures: every import again, in its order."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from zhenyin.core.words import Words
from zhenyin.flows.import_batch import WRITE_LOCK, load_batch
from zhenyin.intake import integrity, landing
from zhenyin.intake.landing import Landed
from zhenyin.job.progress import ProgressCallback, no_progress
from zhenyin.job.workspace import Workspace
from zhenyin.problem import service as problems
from zhenyin.ticket import classify
from zhenyin.topic import service
from zhenyin.warehouse import derive, gateway, ledger
from zhenyin.warehouse.engines import staging_folder


def rebuild(workspace: Workspace, progress: ProgressCallback | None = None) -> dict[str, int]:
    """Import every batch of the landing into a fresh warehouse, then let it take the place of the old one's rows.

    Until the last moment the old rows are served; whatever fails leaves them as they were. Returns rows by fact.
    What was lost of the store, the notes and the key is made anew. Raises Conflict where originals are missing or altered,
    Unavailable (`disk-full`), both before anything is done.
    """
    report = progress or no_progress
    staging = staging_folder(workspace.settings.data_dir)
    staging.mkdir(parents=True, exist_ok=True)
    with WRITE_LOCK, TemporaryDirectory(dir=staging, prefix="rebuild-") as folder:
        imports = integrity.imports(workspace)
        integrity.require_room(workspace)
        if landing.is_key_lost(workspace.settings.data_dir):
            landing.make_key(workspace.settings.data_dir)
        fresh = gateway.connect(workspace.settings, Path(folder))
        try:
            _replay(replace(workspace, warehouse=fresh), imports, report)
        finally:
            fresh.close()
        report(0.95, Words("切换到新的数据", "Switching to the new rows"))
        with workspace.warehouse.writing() as cursor:
            return ledger.take_over(cursor, Path(folder) / "warehouse.duckdb")


def _replay(workspace: Workspace, imports: list[Landed], progress: ProgressCallback) -> None:
    for number, one in enumerate(imports):
        file = one.batch.file
        progress(0.9 * number / max(len(imports), 1), Words(f"重新导入 {file}", f"Importing {file} again"))
        loaded, _ = load_batch(workspace, one.batch, one.mapping, no_progress, seal=False)
        integrity.enter_lost(workspace, one, loaded)
        with workspace.store.read() as db:
            classify.label_batch(workspace.warehouse, db, one.batch.id)
        with workspace.warehouse.writing() as cursor:
            derive.derive(cursor, one.batch.id)
            ledger.mark_completed(cursor, one.batch.id)
    service.assign(workspace)
    with workspace.store.read() as db:
        problems.relink(workspace.warehouse, db)
