"""Topic discovery: topics found over all tickets, kept over re-runs, changed by hand."""

import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import pyarrow as pa

from zhenyin.core import clock
from zhenyin.core.arrays import Ints
from zhenyin.core.errors import Conflict
from zhenyin.core.words import Words
from zhenyin.job.progress import ProgressCallback, no_progress
from zhenyin.job.workspace import Workspace
from zhenyin.text import embed, naming
from zhenyin.text.contexts import Vectors
from zhenyin.text.embed import Embedder
from zhenyin.text.naming import Name
from zhenyin.text.topics import NONE, TopicContext, TopicModel, fit_placed, split_names
from zhenyin.topic import facts, registry
from zhenyin.topic.models import Topic, TopicRun

SAMPLE = 60_000
"""Tickets that topics are found in; all others are assigned."""
_NAMING_SAMPLE = 12_000
"""Tickets that names are made from."""
RUN_LOCK = threading.Lock()
"""One change of topics at a time: the model and the tickets must agree."""


def find(
    workspace: Workspace, progress: ProgressCallback = no_progress, *, fresh: bool = False, by: str = "cli"
) -> TopicRun:
    """Find topics and assign all tickets. Topics that are known keep number and name, unless all is to begin afresh.

    Raises Conflict (`topics-too-little-text`) when there is hardly any text.
    """
    with RUN_LOCK:
        progress(0.0, Words("读取工单文本", "Reading the tickets' words"))
        sample, names = facts.sample(workspace.warehouse, SAMPLE), facts.names(workspace.warehouse)
        progress(0.1, Words("寻找话题", "Looking for topics"))
        texts = sample["text"].to_pylist()
        fitted, placed = _fitted(workspace, texts, sample, names)
        small = fitted.near(placed)
        with workspace.store.read() as db:
            known = {} if fresh else {topic.name: topic.number for topic in registry.live(db)}
            before = np.array([known.get(name, NONE) for name in sample["topic"].to_pylist()], dtype=np.int64)
            kept = registry.inherited(small, before, len(fitted.centres))
            fitted = fitted.with_topics(registry.numbered(db, kept, fitted.topic))
        progress(0.5, Words("为话题命名", "Naming topics"))
        numbers = np.unique(fitted.topic).tolist()
        found = named(fitted, texts[:_NAMING_SAMPLE], small[:_NAMING_SAMPLE], numbers, names)
        with workspace.store.begin() as db:
            topics = registry.keep(db, numbers, found, clock.now(workspace.settings.zone), by)
        run_marker(workspace).touch()
        fitted.save(model_file(workspace))
        tickets = _assign(workspace, fitted, topics, None, progress)
        run_marker(workspace).unlink()
    return TopicRun(tuple(topics), tuple(sorted(set(numbers) - set(known.values()))), tickets)


def assign(workspace: Workspace, import_batch: str | None = None, progress: ProgressCallback = no_progress) -> int:
    """Give the tickets of an import (or all) their topics by the model there is. Returns how many were looked at.

    Where topics were found last and not all tickets got theirs, all get them now.
    """
    with RUN_LOCK:
        found = model(workspace)
        if found is None:
            return 0
        with workspace.store.read() as db:
            topics = registry.live(db)
        late = run_marker(workspace).is_file()
        done = _assign(workspace, found, topics, None if late else import_batch, progress)
        run_marker(workspace).unlink(missing_ok=True)
        return done


def rename(workspace: Workspace, number: int, name: str, by: str) -> Topic:
    """Give a topic another name, which its tickets bear at once."""
    with RUN_LOCK, workspace.store.begin() as db:
        before = registry.get(db, number)
        topic = registry.rename(db, number, name, by)
        with workspace.warehouse.writing() as cursor:
            facts.rename(cursor, before.name, topic.name)
    return topic


def merge(workspace: Workspace, number: int, into: int, by: str) -> Topic:
    """Let a topic go up in another one."""
    with RUN_LOCK, workspace.store.begin() as db:
        before, topic = registry.get(db, number), registry.merge(db, number, into, by)
        now = _model(workspace)
        now.with_topics(np.where(now.topic == number, into, now.topic)).save(model_file(workspace))
        with workspace.warehouse.writing() as cursor:
            facts.rename(cursor, before.name, topic.name)
    return topic


def split(workspace: Workspace, number: int, by: str) -> tuple[Topic, Topic]:
    """Divide a topic into the two things that lie farthest apart in it; the larger keeps number and name."""
    with RUN_LOCK:
        with workspace.store.read() as db:
            topic, now = registry.get(db, number), _model(workspace)
            inside = np.flatnonzero(now.topic == number)
            if len(inside) < 2:
                raise registry.too_small(topic)
            half = now.halves(inside)
            rows = facts.newest(workspace.warehouse, topic.name, facts.ALL)
            texts = rows["text"].to_pylist()
            small = now.near(now.placed(now.words(texts)))
            less = min((0, 1), key=lambda one: (np.isin(small, inside[half == one]).sum(), one))
            second = int(registry.numbered(db, np.array([-1]), np.array([0]))[0])
        divided = now.topic.copy()
        divided[inside[half == less]] = second
        now = now.with_topics(divided)
        numbers = [number, second]
        found = named(now, texts[:_NAMING_SAMPLE], small[:_NAMING_SAMPLE], numbers, facts.names(workspace.warehouse))
        with workspace.store.begin() as db:
            topics = registry.divide(db, topic, second, found, clock.now(workspace.settings.zone), by)
        now.save(model_file(workspace))
        of = {one.number: one.name for one in topics}
        with workspace.warehouse.writing() as cursor:
            facts.assign(cursor, rows["ticket_id"].to_pylist(), [of.get(n) for n in now.topic_of(small).tolist()])
    return topics


def named(
    by: TopicModel, texts: Sequence[str], small: Ints, numbers: Sequence[int], names: frozenset[str]
) -> list[Name]:
    """Names of these topics, in the words of the texts."""
    topic = by.topic_of(small)
    place = np.full(max(numbers) + 2, NONE, dtype=np.int64)
    place[list(numbers)] = np.arange(len(numbers))
    runs = [by.segmenter.runs(text) for text in texts]
    without = split_names(by.segmenter, names, least=2)
    return naming.names(runs, place[topic], len(numbers), without, by.halves(small))


def model_file(workspace: Workspace) -> Path:
    """Where the model is kept: beside the warehouse, as it too can be found again from the landing."""
    return workspace.settings.data_dir / "topics.npz"


def run_marker(workspace: Workspace) -> Path:
    """The file that is there from when a model is found until all tickets are assigned by it."""
    return workspace.settings.data_dir / "topics.unfinished"


def model(workspace: Workspace) -> TopicModel | None:
    """The model that tickets were assigned by; None before topics were first looked for."""
    path = model_file(workspace)
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else None


@lru_cache(maxsize=2)
def _read(path: Path, _written: int) -> TopicModel:
    return TopicModel.load(path)


def _model(workspace: Workspace) -> TopicModel:
    found = model(workspace)
    if found is None:
        raise Conflict(
            "topics-not-found-yet",
            en="Topics have not been looked for yet. Find them first.",
            zh="尚未归纳话题，请先归纳。",
        )
    return found


def _fitted(
    workspace: Workspace, texts: Sequence[str], sample: pa.Table, names: frozenset[str]
) -> tuple[TopicModel, Vectors]:
    labels = [sample[name].to_pylist() for name in facts.LABELS]
    context = TopicContext(names, labels, sample["answer"].to_pylist())
    try:
        return fit_placed(texts, context, embedder=_embedder(workspace))
    except ValueError:
        raise Conflict(
            "topics-too-little-text",
            en=f"{len(sample)} tickets with text are too few to find topics in. Import more tickets.",
            zh=f"仅有 {len(sample)} 条带文本的工单，不足以归纳话题。请先导入更多工单。",
        ) from None


def _embedder(workspace: Workspace) -> Embedder | None:
    settings = workspace.settings
    if settings.embedding_folder:
        return embed.from_folder(Path(settings.embedding_folder).expanduser())
    if settings.embedding_url:
        return embed.from_endpoint(settings.embedding_url, settings.embedding_model, settings.embedding_key)
    return None


def _assign(
    workspace: Workspace, by: TopicModel, topics: Sequence[Topic], batch: str | None, progress: ProgressCallback
) -> int:
    names, done = {topic.number: topic.name for topic in topics}, 0
    for number, chunk in enumerate(facts.texts(workspace.warehouse, batch)):
        progress(min(0.6 + 0.05 * number, 0.98), Words("归入话题", "Assigning tickets"))
        found = [names.get(one) for one in by.assign(chunk["text"].to_pylist()).tolist()]
        with workspace.warehouse.writing() as cursor:
            facts.assign(cursor, chunk["ticket_id"].to_pylist(), found)
        done += len(found)
    return done
