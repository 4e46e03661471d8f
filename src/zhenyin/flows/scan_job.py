"""One scan at a time, as a job: started by hand, or after an import. Rows that come while it runs are scanned when it ends."""

import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from zhenyin.core.schema import Model
from zhenyin.core.words import Words
from zhenyin.core.work import Work, waited_for
from zhenyin.flows import nightly
from zhenyin.job.models import ENDED, Job
from zhenyin.job.progress import Progress, ProgressCallback, no_progress
from zhenyin.job.service import Run
from zhenyin.job.workspace import Workspace
from zhenyin.watch.scan import findings

_LOCK = threading.Lock()
BY_HAND = Words("扫描预警", "Scan for signals")
AFTER_IMPORT = Words("导入后扫描预警", "Scan for signals after an import")


@dataclass(slots=True)
class _PendingScan:
    job: str
    again: bool = False


_pending: dict[Path, _PendingScan] = {}


def begin(workspace: Workspace, by: str, as_of: date | None = None) -> Job:
    """Start a scan as on a day (today), or return the one that is not over yet."""
    return _begin(
        workspace, by, BY_HAND, lambda progress: nightly.run(workspace, progress, as_of).summary().model_dump()
    )


def after_import(workspace: Workspace, by: str) -> Job:
    """Scan all slices now that there are new rows, unless there is too little history for a baseline.

    A scan that has begun already scans again when it is done.
    """
    return _begin(workspace, by, AFTER_IMPORT, lambda progress: scan(workspace, progress).model_dump(), fresh=True)


class ScanSkipped(Model):
    """There was too little history to scan, and how much is needed."""

    skipped: Words


ScanResult = nightly.NightlySummary | ScanSkipped


def scan(workspace: Workspace, progress: ProgressCallback = no_progress) -> ScanResult:
    """What a nightly run changed; skipped where no slice has a history yet."""
    short = findings.history_too_short(workspace)
    return ScanSkipped(skipped=short) if short else nightly.run(workspace, progress).summary()


def _begin(workspace: Workspace, by: str, title: Words, work: Run, fresh: bool = False) -> Job:
    with _LOCK:
        pending = _pending.get(workspace.settings.data_dir)
        # A job that was cancelled before it began never removed its entry.
        if pending is not None and (job := workspace.jobs.get(pending.job)).state not in ENDED:
            pending.again = pending.again or (fresh and job.state != "waiting")
            return job
        job = workspace.jobs.start("scan", title, lambda progress: _run(workspace, progress, work), by)
        _pending[workspace.settings.data_dir] = _PendingScan(job.id)
        return job


def _run(workspace: Workspace, progress: Progress, work: Run) -> dict[str, Any]:
    while True:
        with waited_for(Work(workspace.settings.scan_seconds)) as limited, progress.cancel.stopping(limited):
            result = work(progress)
        with _LOCK:
            pending = _pending[workspace.settings.data_dir]
            if not pending.again:
                del _pending[workspace.settings.data_dir]
                return result
            pending.again = False
