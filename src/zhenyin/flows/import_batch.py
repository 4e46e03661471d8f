"""From a file to the facts, and back: land, read, match, type, check, load, label, derive."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from zhenyin.connectors import connector_of
from zhenyin.core import clock, ids
from zhenyin.core.errors import Conflict, NotFound
from zhenyin.core.translation import disk_full
from zhenyin.core.words import Words
from zhenyin.intake import landing, left_out, service, store, uploads
from zhenyin.intake.models import Batch, BatchResult, BatchState, Mapping
from zhenyin.intake.reading import Staged, read
from zhenyin.job.progress import Cancelled, ProgressCallback, no_progress
from zhenyin.job.workspace import Workspace
from zhenyin.problem import service as problems
from zhenyin.ticket import classify
from zhenyin.topic import service as topics
from zhenyin.warehouse import derive, ledger, load
from zhenyin.warehouse import undo as undoing
from zhenyin.warehouse.engines import Cursor, staging_folder
from zhenyin.warehouse.gateway import Cancel

_ROOM = 32 << 20
WRITE_LOCK = threading.Lock()
"""One import at a time: what is a newer version of what depends on the order."""


def import_file(
    workspace: Workspace,
    path: Path,
    *,
    source: str | None = None,
    mapping: Mapping | None = None,
    by: str = "cli",
    progress: ProgressCallback | None = None,
    cancel: Cancel | None = None,
) -> BatchResult:
    """Bring a file into the facts. The same file of the same source twice changes nothing.

    `source` names where the file comes from (default: the file's name); its saved mapping is used unless `mapping` is
    given, which is then saved. Raises Invalid for what cannot be read, and Cancelled; then nothing has changed.
    """
    report = progress or no_progress
    with WRITE_LOCK:
        uploads.sweep(workspace.settings.data_dir, clock.now(workspace.settings.zone))
        complete_imports(workspace)
        result = load_file(workspace, path, source or path.stem, mapping, by, report, cancel)
        if not result.unchanged:
            try:
                _finish(workspace, result.batch, report)
            except Exception:
                # Rows without labels and derived columns are taken out again, whatever went wrong.
                _unregister(workspace, result.batch)
                raise
            targets = {note.column: note.target for note in result.columns}
            return replace(result, left_out=left_out.sentence(workspace.warehouse, result.batch, targets))
        return result


def load_file(
    workspace: Workspace,
    path: Path,
    source: str,
    mapping: Mapping | None,
    by: str,
    progress: ProgressCallback,
    cancel: Cancel | None = None,
) -> BatchResult:
    """Everything of an import but labels and derived columns: after it the rows can be asked for."""
    if not path.is_file():
        raise NotFound("file-missing", en=f"There is no file {path}.", zh=f"找不到文件 {path}。")
    _require_room(workspace, path)
    progress(0.0, Words("保存原始文件", "Keeping the original"))
    connector = mapping.connector if mapping and mapping.connector else connector_of(path)
    batch = _land(workspace, path, source, connector, by)
    with workspace.store.read() as db:
        before = store.same_file(db, batch.source, batch.sha256)
        template = mapping or store.template(db, batch.source)
    if before is not None:
        landing.drop(workspace.settings.data_dir, batch.id)
        return replace(_result(before), unchanged=True)
    return _bring_in(workspace, batch, template, progress, cancel)


def undo(workspace: Workspace, batch: str) -> None:
    """Take a batch out again; what it had replaced comes back. Raises NotFound, or Conflict where it is not in."""
    with WRITE_LOCK:
        with workspace.store.read() as db:
            found = service.batch(db, batch)
        if found.state is not BatchState.DONE:
            raise Conflict(
                "batch-not-done",
                en=f"The batch {batch} is {found.state.value}; only one that is done can be undone.",
                zh=f"批次 {batch} 的状态为 {found.state.value}，只有已完成的批次可以撤销。",
            )
        _unregister(workspace, batch)
        _relink(workspace)


def complete_imports(workspace: Workspace) -> list[str]:
    """Finish or clear away what was interrupted: an import is in with all its rows, or not at all. Returns the ids."""
    with workspace.store.read() as db:
        left = store.all_batches(db, state=BatchState.RUNNING)
    for batch in left:
        with workspace.warehouse.writing() as cursor:
            entered = ledger.entry(cursor, batch.id)
        if entered is None:
            landing.drop(workspace.settings.data_dir, batch.id)
            with workspace.store.begin() as db:
                store.change(db, batch.id, state=BatchState.FAILED)
        else:
            with workspace.store.begin() as db:
                store.add(db, replace(batch, **entered))
    with workspace.warehouse.writing() as cursor:
        incomplete = ledger.incomplete_imports(cursor)
    for batch_id in incomplete:
        _finish(workspace, batch_id, no_progress)
    for batch in left:
        if batch.id not in incomplete:
            _register(workspace, batch.id)
    return [batch.id for batch in left]


def load_batch(
    workspace: Workspace,
    batch: Batch,
    mapping: Mapping | None,
    progress: ProgressCallback,
    *,
    seal: bool = True,
    cancel: Cancel | None = None,
) -> tuple[Batch, service.Loaded]:
    """Read, type, check and load a landed file, in one transaction. Returns the batch with its counts, and what it came to."""
    settings = workspace.settings
    key, zone = landing.key(settings.data_dir), settings.timezone
    origin = load.Origin(batch.id, batch.source, batch.file, batch.sha256, batch.at)
    loaded = service.Loaded()
    with _staging(staging_folder(settings.data_dir) / batch.id) as folder:
        file = landing.file(settings.data_dir, batch.id, batch.file)
        tables: list[Staged] = list(read(file, batch.connector, mapping, folder, progress))
        service.require_a_fact(tables, batch.file)
        with _writing(workspace, cancel or Cancel()) as cursor:
            for number, staged in enumerate(tables):
                done = 0.3 + 0.5 * number / len(tables)
                progress(done, Words(f"检查并载入 {staged.info.name}", f"Checking and loading {staged.info.name}"))
                service.load_table(cursor, staged, origin, key, zone, loaded)
            load.enter(cursor, origin, loaded.rows, loaded.problems, loaded.facts)
            used = Mapping(batch.connector, tuple(loaded.tables))
            # Sealed before the rows are committed: what is in the facts can always be rebuilt.
            if seal:
                landing.seal(settings.data_dir, batch, used)
    tickets, events = (loaded.facts.get(name, 0) for name in ("tickets", "events"))
    counts = replace(batch, rows=loaded.rows, problems=loaded.problems, facts=loaded.facts)
    return replace(counts, tickets=tickets, events=events), loaded


def _require_room(workspace: Workspace, path: Path) -> None:
    """Raises Unavailable (`disk-full`) where the original, its staged rows and the facts would not fit."""
    if shutil.disk_usage(workspace.settings.data_dir).free < 3 * path.stat().st_size + _ROOM:
        raise disk_full()


def _land(workspace: Workspace, path: Path, source: str, connector: str, by: str) -> Batch:
    at = clock.now(workspace.settings.zone)
    batch = ids.new("b")
    try:
        _, sha256 = landing.land(workspace.settings.data_dir, batch, path)
    except BaseException:
        landing.drop(workspace.settings.data_dir, batch)
        raise
    return Batch(batch, source, path.name, sha256, connector, BatchState.RUNNING, by, at)


def _bring_in(
    workspace: Workspace, batch: Batch, mapping: Mapping | None, progress: ProgressCallback, cancel: Cancel | None
) -> BatchResult:
    with workspace.store.begin() as db:
        store.add(db, batch)
    try:
        done, loaded = load_batch(workspace, batch, mapping, progress, cancel=cancel)
    except BaseException:
        with workspace.store.begin() as db:
            store.change(db, batch.id, state=BatchState.FAILED)
        landing.drop(workspace.settings.data_dir, batch.id)
        raise
    used = Mapping(batch.connector, tuple(loaded.tables))
    with workspace.store.begin() as db:
        # It is done only when labels and derived columns are there, too (see `_finish`).
        store.add(db, done)
        store.save_template(db, batch.source, used, batch.by, batch.at)
    return replace(_result(done), columns=tuple(loaded.columns))


def _register(workspace: Workspace, batch: str) -> None:
    """Say that a batch is done, unless it came to nothing."""
    with workspace.store.begin() as db:
        found = store.find(db, batch)
        if found is not None and found.state is BatchState.RUNNING:
            store.change(db, batch, state=BatchState.DONE)


def _unregister(workspace: Workspace, batch: str) -> None:
    """Take a batch out of warehouse and store; what is broken off between the two is gone on with at the next start."""
    landing.mark_undo(workspace.settings.data_dir, batch)
    with workspace.warehouse.writing() as cursor:
        derive.touch(cursor, batch)
        undoing.undo(cursor, batch)
        derive.derive_touched(cursor)
    with workspace.store.begin() as db:
        store.change(db, batch, state=BatchState.UNDONE, undone_at=clock.now(workspace.settings.zone))
    landing.mark_undone(workspace.settings.data_dir, batch)


def complete_undos(workspace: Workspace) -> list[str]:
    """Take out what was about to be taken out when the process ended. Returns the ids."""
    with workspace.store.read() as db:
        left = [one for one in landing.marked_undo(workspace.settings.data_dir) if store.find(db, one) is not None]
    for batch in left:
        _unregister(workspace, batch)
    return left


def _finish(workspace: Workspace, batch: str, progress: ProgressCallback) -> None:
    """Labels and derived columns; done again from the start when interrupted."""
    # Only read: a job tells its progress to the store meanwhile.
    with workspace.store.read() as db:
        classify.label_batch(workspace.warehouse, db, batch, lambda done, words: progress(0.8 + 0.15 * done, words))
    topics.assign(workspace, batch)
    progress(0.95, Words("计算回头问题和时限", "Working out repeats and time limits"))
    with workspace.warehouse.writing() as cursor:
        derive.derive(cursor, batch)
        ledger.mark_completed(cursor, batch)
    _relink(workspace)
    _register(workspace, batch)


def _relink(workspace: Workspace) -> None:
    """Put every ticket to its problem again."""
    with workspace.store.read() as db:
        problems.relink(workspace.warehouse, db)


@contextmanager
def _writing(workspace: Workspace, cancel: Cancel) -> Iterator[Cursor]:
    """One transaction, begun by the first row that is written; a waiting person can stop it in the middle of a statement."""
    with workspace.warehouse.writing(later=True) as cursor, cancel.watching(cursor):
        try:
            if cancel.raised:
                raise Cancelled
            yield cursor
        except Exception as error:
            if cancel.raised:
                raise Cancelled from error
            raise


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        yield folder


def _result(batch: Batch) -> BatchResult:
    return BatchResult(batch.id, batch.rows, batch.tickets, batch.events, batch.problems)
