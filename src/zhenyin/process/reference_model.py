"""The reference model in force: stated by a person, or derived from the variants that most tickets take."""

from dataclasses import dataclass, field
from functools import lru_cache

from zhenyin.core import clock
from zhenyin.core.errors import Conflict
from zhenyin.job.workspace import Workspace
from zhenyin.process import store
from zhenyin.process.event_log import QUERY_SECONDS, EventLog, select_event_log
from zhenyin.process.mining.directly_follows_graph import read_variants, variant_rows
from zhenyin.process.mining.reference_model import ReferenceModel, derive
from zhenyin.process.models import ReferenceModelInForce
from zhenyin.process.reference_model_text import parse
from zhenyin.warehouse.data_version import DataVersion, data_version
from zhenyin.warehouse.gateway import Warehouse

_MOST_VARIANTS = 200


def in_force(workspace: Workspace, log: EventLog) -> ReferenceModelInForce:
    """The model stated for steps of this view; else what the most frequent variants of all tickets have in common.

    A step that was stated and is not on record any more (its import was undone) makes the text unreadable: raises
    NotFound (`step-unknown`), until the text is changed.
    """
    with workspace.store.read() as db:
        text = store.newest(db, log.view)
    if text:
        return ReferenceModelInForce(parse(text, log.names), True, log.view, log.names)
    everything = select_event_log(workspace, (), None, log.view) or log
    key = _VariantKey(workspace.warehouse, log.view, data_version(workspace.warehouse), everything)
    return ReferenceModelInForce(_derived(key), False, log.view, log.names)


def show_reference_model(workspace: Workspace, by: str = "auto") -> ReferenceModelInForce | None:
    """The model in force; None while there are no events. Raises what `select_event_log` and `in_force` raise."""
    log = select_event_log(workspace, (), None, by)
    return in_force(workspace, log) if log else None


def set_reference_model(workspace: Workspace, text: str, by: str, author: str) -> ReferenceModelInForce:
    """Put a stated model in force. by: as of `select_event_log`. author: login of who states it.

    Raises Conflict (`process-unknown`) without events, and what `parse` raises.
    """
    log = _require_event_log(workspace, by)
    parse(text, log.names)
    return _store(workspace, log, text.strip(), author)


def clear_reference_model(workspace: Workspace, by: str, author: str) -> ReferenceModelInForce:
    """Take a stated model back; what is derived is in force again. Raises Conflict (`process-unknown`) without events."""
    return _store(workspace, _require_event_log(workspace, by), "", author)


@dataclass(frozen=True, slots=True)
class _VariantKey:
    """What decides which variants there are, and, not compared, where they are counted."""

    warehouse: Warehouse
    view: str
    rows: DataVersion
    log: EventLog = field(compare=False)


@lru_cache(6)
def _derived(key: _VariantKey) -> ReferenceModel:
    """Kept until rows come or go: to count the variants of ten million steps takes seconds."""
    counted = variant_rows(key.log.steps, _MOST_VARIANTS)
    rows = key.warehouse.query(counted, seconds=QUERY_SECONDS).to_pylist()
    return derive(*read_variants(rows, key.log.names.names))


def _store(workspace: Workspace, log: EventLog, text: str, author: str) -> ReferenceModelInForce:
    with workspace.store.begin() as db:
        store.add(db, log.view, text, author, clock.now(workspace.settings.zone))
    return in_force(workspace, log)


def _require_event_log(workspace: Workspace, by: str) -> EventLog:
    log = select_event_log(workspace, (), None, by)
    if log is None:
        raise Conflict(
            "process-unknown",
            en="There are no events yet that have a process. Import tickets with their history first.",
            zh="还没有事件记录，无法说明流程。请先导入带处理过程的工单。",
        )
    return log
