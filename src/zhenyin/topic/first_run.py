"""The first run of topics, without being asked for: as soon as there is enough text. Later runs are started by people."""

from zhenyin.job.progress import ProgressCallback, no_progress
from zhenyin.job.workspace import Workspace
from zhenyin.topic import facts, service
from zhenyin.topic.models import TopicRun

ENOUGH = 2_000
"""Tickets with text, from which on topics are found unasked: fewer make topics that the next thousand overthrow."""
BY = "nightly"


def find_first(workspace: Workspace, progress: ProgressCallback = no_progress) -> TopicRun | None:
    """Find topics and assign all tickets; None when that was done before, or when there is too little text.

    A run that broke off before all tickets had theirs is brought to its end.
    Raises what a configured embedding raises when it does not answer.
    """
    if service.model(workspace) is not None:
        if service.run_marker(workspace).is_file():
            service.assign(workspace, progress=progress)
        return None
    if facts.with_text(workspace.warehouse) < ENOUGH:
        return None
    return service.find(workspace, progress, by=BY)
