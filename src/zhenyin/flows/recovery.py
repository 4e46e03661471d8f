"""What a former process left in the middle is finished or cleared away when the folder is opened: nothing is half there."""

import logging
import shutil
from pathlib import Path

from zhenyin.intake import landing, store, uploads
from zhenyin.intake.models import BatchState
from zhenyin.job.workspace import Workspace
from zhenyin.warehouse import ledger
from zhenyin.warehouse.engines import staging_folder

log = logging.getLogger("zhenyin.recovery")

_STRAY = ("rebuild-*", "demo.json.new", "topics.npz.new")
"""What else a killed process may leave in the data folder."""


def recover(workspace: Workspace) -> list[str]:
    """Finish undos and imports, and sweep what belongs to none. Called once, before anybody asks. Returns the batches.

    Raises Refusal where the disk is full; then all is as it was, for the next start.
    """
    # Nobody else has the folder: what is staged, or half uploaded, is nobody's.
    _clear(staging_folder(workspace.settings.data_dir))
    for pattern in _STRAY:
        for path in workspace.settings.data_dir.glob(pattern):
            _remove(path)
    uploads.sweep_broken_off(workspace.settings.data_dir)
    finished = _finished(workspace) if _is_interrupted(workspace) else []
    swept = _sweep_orphans(workspace)
    if finished or swept:
        log.info("finished what was interrupted: %s; swept: %s", finished, swept)
    return finished


def _is_interrupted(workspace: Workspace) -> bool:
    with workspace.store.read() as db:
        running = store.all_batches(db, state=BatchState.RUNNING)
    with workspace.warehouse.writing() as cursor:
        incomplete = ledger.incomplete_imports(cursor)
    return bool(running or incomplete or landing.marked_undo(workspace.settings.data_dir))


def _finished(workspace: Workspace) -> list[str]:
    # Here, since most folders were left whole, and commands are to start quickly.
    from zhenyin.flows.import_batch import WRITE_LOCK, complete_imports, complete_undos

    with WRITE_LOCK:
        return [*complete_undos(workspace), *complete_imports(workspace)]


def _sweep_orphans(workspace: Workspace) -> list[str]:
    """Throw away originals of imports that came to nothing: not sealed, or known to have failed."""
    folder = workspace.settings.data_dir
    with workspace.store.read() as db:
        states = {batch.id: batch.state for batch in store.all_batches(db)}
    orphans = [
        batch
        for batch in landing.ids(folder)
        if states.get(batch) is BatchState.FAILED or (batch not in states and not landing.is_sealed(folder, batch))
    ]
    for batch in orphans:
        landing.drop(folder, batch)
    return orphans


def _clear(folder: Path) -> None:
    for path in folder.iterdir() if folder.is_dir() else ():
        _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
