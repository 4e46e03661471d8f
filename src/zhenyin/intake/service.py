"""The decisions of intake: what a staged table becomes, and in which order its rows are checked and loaded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import pyarrow as pa
from sqlalchemy.engine import Connection

from zhenyin.core import clock
from zhenyin.core.errors import Invalid, unknown
from zhenyin.core.masking import mask, mask_text
from zhenyin.core.words import Words
from zhenyin.intake import store
from zhenyin.intake.dictionary import fields
from zhenyin.intake.models import EVENT_LOG, Batch, ColumnNote, Mapping, TableMapping
from zhenyin.intake.plan import Ready, prepare, problems_of
from zhenyin.intake.reading import Staged, column_notes
from zhenyin.intake.titles import field_title
from zhenyin.quality_rules import RULES
from zhenyin.warehouse import event_log, load, numbering, typed
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.facts import FACTS
from zhenyin.warehouse.load import Found, Origin

NOWHERE = "SELECT 0::BIGINT AS line, NULL::VARCHAR AS column_name, NULL::VARCHAR AS value"
"""What concerns no single row stands at line 0."""
_CLOSED_IS_RESOLVED = Words(
    "没有解决时间列，以关闭时间作为解决时间。",
    "No column says when tickets were resolved; the time of closing counts as such.",
)


@dataclass(slots=True)
class Loaded:
    """What a batch came to: rows read, rows in each fact, problems, and the mapping that was used."""

    rows: int = 0
    problems: int = 0
    facts: dict[str, int] = field(default_factory=dict)
    tables: list[TableMapping] = field(default_factory=list)
    columns: list[ColumnNote] = field(default_factory=list)

    def count(self, fact: str, rows: int) -> None:
        self.facts[fact] = self.facts.get(fact, 0) + rows


def batch(db: Connection, batch_id: str) -> Batch:
    """Raises NotFound (`batch-unknown`)."""
    found = store.find(db, batch_id)
    if found is None:
        raise unknown(Words("批次", "batch"), batch_id, [one.id for one in store.all_batches(db)], "batch-unknown")
    return found


def template(db: Connection, source: str) -> Mapping:
    """The mapping that is saved for a source. Raises NotFound (`mapping-unknown`)."""
    found = store.template(db, source)
    if found is None:
        raise unknown(Words("来源映射", "source with a mapping"), source, store.templates(db), "mapping-unknown")
    return found


def load_table(cursor: Cursor, staged: Staged, origin: Origin, key: str, zone: str, into: Loaded) -> None:
    """Type, check and load one table, in the transaction of its batch."""
    mapping, stage = staged.mapping, staged.stage
    load.begin(cursor)
    note_read(cursor, mapping.fact, staged.problems.tables())
    # What lies within a row, such as its history, is no row of the file.
    into.rows += 0 if staged.info.fact == "events" else stage.rows
    if not staged.known:
        _pass_over(cursor, staged)
    else:
        ready = prepare(cursor, stage, mapping, key, zone)
        sure = {column: form for column, form in ready.settled.formats.items() if column not in ready.settled.ambiguous}
        mapping = replace(mapping, formats={**sure, **mapping.formats})
        _load(cursor, staged, ready, origin, into)
    into.tables.append(mapping)
    into.columns += column_notes(staged)
    into.problems += load.enter_problems(cursor, origin.batch)


def require_a_fact(tables: Sequence[Staged], file: str) -> None:
    """Raises Invalid where no table of a file has what a fact must have, naming what is missing from the fullest."""
    if any(staged.known for staged in tables):
        return
    fullest = max(tables, key=lambda staged: staged.stage.rows)
    lacking = [name for name in fields(fullest.mapping.fact).needed if fullest.mapping.column_of(name) is None]
    first = FACTS["tickets" if fullest.mapping.fact == EVENT_LOG else fullest.mapping.fact]
    words = next((first[name].words for name in lacking if name in first.names()), Words("时间", "Time"))
    columns = mask_text("、".join(fullest.stage.columns))
    raise Invalid(
        "date-column-missing" if "created_at" in lacking else "column-missing",
        en=f"The file {file} has no column for '{words.en}' (it has {columns.replace('、', ', ')}). Map one of them to it.",
        zh=f"文件 {file} 中没有可作为“{words.zh}”的列（现有：{columns}）。请在映射中指定。",
    )


def type_rows(cursor: Cursor, staged: Staged, ready: Ready) -> list[str]:
    """Make `typed` from a staged table; what cannot be read, or lacks what it must have, goes to the problems.

    Returns the columns that are there. Raises Invalid where a needed column cannot be read at all.
    """
    stage, fact = staged.stage, staged.mapping.fact
    keys = [stage.key(column) for column in stage.columns]
    cursor.run(typed.create(stage.relation, ready.plan, keys))
    load.note(cursor, _fact_of(fact), problems_of(ready, stage, load.one(cursor, typed.flags())))
    given = ready.plan.targets()
    if ready.plan.customer and "customer_id" not in given:
        given.append("customer_id")
    if fact == "tickets" and "source_id" not in given:
        cursor.run(typed.number_rows())
        given.append("source_id")
    if fact == "tickets" and "closed_at" in given and "resolved_at" not in given:
        cursor.run("CREATE OR REPLACE TEMP TABLE typed AS SELECT *, closed_at AS resolved_at FROM typed")
        load.note(cursor, fact, [Found("closed_is_resolved", _CLOSED_IS_RESOLVED, NOWHERE, marks=False)])
        given.append("resolved_at")
    _require_readable(cursor, staged, fields(fact).needed)
    load.clear_moments(cursor, _fact_of(fact), clock.now(), given)
    load.quarantine_rows(cursor, _fact_of(fact), typed.whole_rows(stage.relation, keys))
    return given


def _load(cursor: Cursor, staged: Staged, ready: Ready, origin: Origin, into: Loaded) -> None:
    fact = staged.mapping.fact
    given = type_rows(cursor, staged, ready)
    if fact == EVENT_LOG:
        event_log.rebuild(cursor, given)
        _insert(cursor, "tickets", origin, None, into)
        _insert(cursor, "events", origin, None, into, rows="typed_events")
        return
    if fact == "events" and "activity" in given:
        own = f"* REPLACE ({event_log.activity('activity')} AS activity), activity AS step"
        cursor.run(f"CREATE OR REPLACE TEMP TABLE typed AS SELECT {own} FROM typed")
        given = [*given, "step"]
    if fact == "tickets":
        numbering.separate(cursor, origin.source)
    load.keep_last(cursor, fact)
    load.keep_fuller(cursor, fact, origin, given)
    _insert(cursor, fact, origin, given, into)


def _insert(
    cursor: Cursor, fact: str, origin: Origin, given: Sequence[str] | None, into: Loaded, rows: str = "typed"
) -> None:
    load.offer(cursor, fact, origin, given if given is not None else load.columns(cursor, rows), rows)
    rules = [(key, rule) for key, rule in RULES.items() if rule.fact == fact]
    load.note(cursor, fact, [Found(key, rule.reason, rule.at(str(origin.at))) for key, rule in rules])
    into.count(fact, load.insert(cursor, fact, origin.batch, rows))


def _require_readable(cursor: Cursor, staged: Staged, needed: Sequence[str]) -> None:
    """A needed column of which not one cell can be read is the wrong column: better no import than an empty one."""
    have = ", ".join(f'count("{name}") AS "{name}"' for name in needed)
    counts = next(iter(cursor.run(f"SELECT {have}, count(*) AS all_rows FROM typed"))).to_pylist()[0]
    empty = [name for name in needed if not counts[name]]
    if empty and counts["all_rows"]:
        column, title = staged.mapping.column_of(empty[0]), field_title(staged.mapping.fact, empty[0])
        raise Invalid(
            "column-unreadable",
            en=f"No cell of the column {column!r} can be read as '{title.en}'. Map another column to it, or set its format.",
            zh=f"列“{column}”没有任何值能读作“{title.zh}”。请改用其他列，或设置其格式。",
        )


def note_read(cursor: Cursor, fact: str, problems: Iterable[pa.Table]) -> None:
    """Keep what the connector found wrong with rows."""
    for part in problems:
        # A row that could not be read may hold anything.
        masked = {
            name: mask(part[name]) if name in ("value", "column_name") else part[name] for name in part.column_names
        }
        load.take_problems(cursor, _fact_of(fact), pa.table(masked))


def _pass_over(cursor: Cursor, staged: Staged) -> None:
    reason = Words(
        f"表“{staged.info.name}”的 {staged.stage.rows:,} 行未识别为任何数据，未导入；原文保留在原始文件中。",
        f"The table {staged.info.name} ({staged.stage.rows:,} rows) is like no fact; it stays in the original file only.",
    )
    load.note(cursor, staged.mapping.fact, [Found("table_passed_over", reason, NOWHERE, marks=False)])


def _fact_of(fact: str) -> str:
    return "events" if fact == EVENT_LOG else fact
