"""Labels for the tickets of an import: blanks are filled, people's corrections win, duplicates are linked."""

import json
from collections import defaultdict

import pyarrow as pa
from sqlalchemy.engine import Connection

from zhenyin.classifiers import CLASSIFIERS, FIELDS, Given, Labels, Taxonomy
from zhenyin.core.words import Words
from zhenyin.groupings import GROUPINGS, Duplicate, Report
from zhenyin.job.progress import ProgressCallback, no_progress
from zhenyin.ticket import facts, priority, store, taxonomy
from zhenyin.ticket.models import Correction, Labelled
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.gateway import Warehouse

CLASSIFIER = "keyword_rules"
GROUPING = "same_incident_v1"
PRIORITY = "priority_rules"
_URGENT_BY = ("severity", "fault")


def label_batch(
    warehouse: Warehouse, db: Connection, import_batch: str | None = None, progress: ProgressCallback = no_progress
) -> Labelled:
    """Label the tickets of one import (all when None); the second time gives the same.

    What a source gave stays. Each label keeps who set it and why in the fact `labels`.
    """
    rules = taxonomy.current(db)
    decided = store.corrections(db)
    with warehouse.writing() as cursor:
        facts.forget(cursor, FIELDS, CLASSIFIER, facts.of_batch(import_batch))
        facts.forget(cursor, ("priority",), PRIORITY, facts.of_batch(import_batch))
    filled = _fill_blanks(warehouse, import_batch, rules, progress)
    _apply(warehouse, decided)
    progress(0.7, Words("判定优先级", "Setting priorities"))
    filled["priority"] = _prioritise(warehouse, facts.of_batch(import_batch))
    progress(0.85, Words("查找重复报告", "Looking for duplicates"))
    links = link_duplicates(warehouse, db, import_batch)
    _apply(warehouse, [c for c in decided if c.field == "priority"])
    unknown = facts.read(
        warehouse, f"SELECT count(*) AS n FROM tickets WHERE {facts.of_batch(import_batch)} AND fault IS NULL"
    )
    total = facts.read(warehouse, f"SELECT count(*) AS n FROM tickets WHERE {facts.of_batch(import_batch)}")
    return Labelled(total["n"][0].as_py(), filled, unknown["n"][0].as_py(), links)


def link_duplicates(warehouse: Warehouse, db: Connection, import_batch: str | None = None) -> int:
    """Link reports of one incident to the earliest, for the devices and customers of an import (or all)."""
    grouping = GROUPINGS[GROUPING]
    with warehouse.writing() as cursor:
        facts.unlink(cursor, import_batch)
    close = facts.close_reports(warehouse, import_batch, grouping.hours)
    found = grouping.run([Report(**row) for row in close.to_pylist()])
    with warehouse.writing() as cursor:
        if found:
            facts.fill(cursor, "duplicate_of", _links(found), GROUPING)
    _apply(warehouse, [c for c in store.corrections(db) if c.field == "duplicate_of"])
    return len(found)


def apply_correction(warehouse: Warehouse, correction: Correction) -> None:
    """Let one person's word stand in the facts at once; a priority that was worked out from it is worked out anew."""
    _apply(warehouse, [correction])
    if correction.field in _URGENT_BY:
        here = f"ticket_id = {facts.quoted(correction.ticket_id)} AND {facts.undecided('priority')}"
        with warehouse.writing() as cursor:
            facts.forget(cursor, ("priority",), PRIORITY, here)
        _prioritise(warehouse, here)


def _fill_blanks(
    warehouse: Warehouse, import_batch: str | None, rules: Taxonomy, progress: ProgressCallback
) -> dict[str, int]:
    filled: dict[str, int] = defaultdict(int)
    for number, chunk in enumerate(facts.unlabelled(warehouse, import_batch)):
        progress(min(0.1 + 0.1 * number, 0.6), Words("识别故障与类型", "Telling faults and kinds"))
        texts = {name: chunk[name].to_pylist() for name in ("text", *FIELDS)}
        names = chunk["ticket_id"].to_pylist()
        with warehouse.writing() as cursor:
            for labels in CLASSIFIERS[CLASSIFIER].run(Given(**texts), rules):
                filled[labels.field] += len(labels.values)
                facts.fill(cursor, labels.field, _named(labels, names), CLASSIFIER)
    return dict(filled)


def _named(labels: Labels, names: list[str]) -> pa.Table:
    return facts.columns(ticket_id=[names[row] for row in labels.rows.tolist()], value=labels.values, why=labels.why)


def _prioritise(warehouse: Warehouse, here: str) -> int:
    table = facts.urgency(warehouse, here, priority.DAYS)
    rows = table.to_pylist()
    assessed = [
        priority.judge(row["severity"], row["customer_type"], row["fault"], float(row["same"]), float(row["every"]))
        for row in rows
    ]
    if assessed:
        labels = facts.columns(
            ticket_id=[row["ticket_id"] for row in rows],
            value=[one.value for one in assessed],
            why=[_json(one.why) for one in assessed],
        )
        with warehouse.writing() as cursor:
            facts.fill(cursor, "priority", labels, PRIORITY)
    return len(assessed)


def _links(found: list[Duplicate]) -> pa.Table:
    return facts.columns(
        ticket_id=[d.ticket_id for d in found],
        value=[d.duplicate_of for d in found],
        why=[_json(d.why) for d in found],
    )


def _apply(warehouse: Warehouse, decided: list[Correction]) -> None:
    """The newest decision for each ticket's field."""
    newest = {(c.field, c.ticket_id): c for c in decided}
    by_field: dict[str, list[Correction]] = defaultdict(list)
    for correction in newest.values():
        by_field[correction.field].append(correction)
    if by_field:
        with warehouse.writing() as cursor:
            for name, several in by_field.items():
                _overrule(cursor, name, several)


def _overrule(cursor: Cursor, field: str, several: list[Correction]) -> None:
    decided = facts.columns(
        ticket_id=[c.ticket_id for c in several],
        value=[c.value for c in several],
        why=[c.at.isoformat(sep=" ", timespec="minutes") for c in several],
        by=[c.by for c in several],
    )
    facts.overrule(cursor, field, decided)


def _json(words: Words) -> str:
    return json.dumps(words.as_dict(), ensure_ascii=False)
