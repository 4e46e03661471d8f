"""One scan at a time, as a job: begun by hand, or after an import. What comes while one runs is looked at when it ends."""

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhenyin.core.words import Words
from zhenyin.flows import nightly
from zhenyin.job.models import ENDED, Job
from zhenyin.job.progress import Progress, Tell, silent
from zhenyin.job.service import Run
from zhenyin.job.workspace import Workspace
from zhenyin.watch.scan import findings

_GUARD = threading.Lock()
BY_HAND = Words("扫描预警", "Scan for signals")
AFTER_IMPORT = Words("导入后扫描预警", "Scan for signals after an import")


@dataclass(slots=True)
class _Turn:
    job: str
    again: bool = False


_turns: dict[Path, _Turn] = {}


def begin(workspace: Workspace, by: str) -> Job:
    """Start a scan, or return the one that is not over yet."""
    return _begin(workspace, by, BY_HAND, lambda progress: nightly.run(workspace, progress).as_dict())


def after_import(workspace: Workspace, by: str) -> Job:
    """Look through all slices now that there are new rows, unless there is too little history to judge by.

    A scan that has begun already looks again when it is done.
    """
    return _begin(workspace, by, AFTER_IMPORT, lambda progress: look(workspace, progress), fresh=True)


def look(workspace: Workspace, progress: Tell = silent) -> dict[str, Any]:
    """What a scan found; `skipped`, with the reason, where no slice has a history yet."""
    short = findings.too_short(workspace)
    return {"skipped": short.as_dict()} if short else nightly.run(workspace, progress).as_dict()


def _begin(workspace: Workspace, by: str, title: Words, work: Run, fresh: bool = False) -> Job:
    with _GUARD:
        turn = _turns.get(workspace.settings.data_dir)
        # A job that was cancelled before it began never gave its turn back.
        if turn is not None and (job := workspace.jobs.get(turn.job)).state not in ENDED:
            turn.again = turn.again or (fresh and job.state != "waiting")
            return job
        job = workspace.jobs.start("scan", title, lambda progress: _run(workspace, progress, work), by)
        _turns[workspace.settings.data_dir] = _Turn(job.id)
        return job


def _run(workspace: Workspace, progress: Progress, work: Run) -> dict[str, Any]:
    while True:
        result = work(progress)
        with _GUARD:
            turn = _turns[workspace.settings.data_dir]
            if not turn.again:
                del _turns[workspace.settings.data_dir]
                return result
            turn.again = False
