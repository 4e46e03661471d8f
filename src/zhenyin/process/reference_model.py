"""The standard process that tickets are held against: stated by a person, or derived from the ways that most take."""

from dataclasses import dataclass, field
from functools import lru_cache

from zhenyin.core import clock
from zhenyin.core.errors import Conflict
from zhenyin.job.workspace import Workspace
from zhenyin.process import store
from zhenyin.process.event_log import SECONDS, Choice, choose
from zhenyin.process.mining.graph import most_frequent, variants
from zhenyin.process.mining.reference_model import Standard, derived, read
from zhenyin.warehouse.data_version import DataVersion, data_version
from zhenyin.warehouse.gateway import Warehouse

_MOST_VARIANTS = 200


@dataclass(frozen=True, slots=True)
class InForce:
    """A standard, and whether somebody stated it."""

    standard: Standard
    stated: bool


def in_force(workspace: Workspace, choice: Choice) -> InForce:
    """The standard stated for steps that are told so; else what the most frequent ways of all tickets have in common.

    A step that was stated and is not on record any more (its import was undone) makes the text unreadable: raises
    NotFound (`step-unknown`), until the text is changed.
    """
    with workspace.store.read() as db:
        text = store.newest(db, choice.by)
    if text:
        return InForce(read(text, choice.naming), stated=True)
    everything = choose(workspace, (), None, choice.by) or choice
    return InForce(
        _derived(_Ways(workspace.warehouse, choice.by, data_version(workspace.warehouse), everything)), stated=False
    )


@dataclass(frozen=True, slots=True)
class _Ways:
    """What decides which ways there are, and, not compared, where they are counted."""

    warehouse: Warehouse
    by: str
    rows: DataVersion
    choice: Choice = field(compare=False)


@lru_cache(6)
def _derived(asked: _Ways) -> Standard:
    """Kept until rows come or go: to count the ways of ten million steps takes seconds."""
    counted = most_frequent(asked.choice.steps, _MOST_VARIANTS)
    rows = asked.warehouse.query(counted, seconds=SECONDS).to_pylist()
    return derived(*variants(rows, asked.choice.naming.names))


def state(workspace: Workspace, text: str, told_by: str, by: str) -> InForce:
    """Put a standard in force; an empty text takes back what was stated.

    told_by: as of `choose`. Raises Conflict (`process-unknown`) without events, and what `read` raises.
    """
    choice = _known(workspace, told_by)
    if text.strip():
        read(text, choice.naming)
    with workspace.store.begin() as db:
        store.add(db, choice.by, text.strip(), by, clock.now(workspace.settings.zone))
    return in_force(workspace, choice)


def _known(workspace: Workspace, told_by: str) -> Choice:
    choice = choose(workspace, (), None, told_by)
    if choice is None:
        raise Conflict(
            "process-unknown",
            en="There are no events yet that a process could be told from. Import tickets with their history first.",
            zh="还没有事件记录，无法说明流程。请先导入带处理过程的工单。",
        )
    return choice
