"""A file read into stages, a stage per table, with what its columns were taken for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from zhenyin.connectors import CONNECTORS, Chunk, RowProblem, TableInfo
from zhenyin.core.errors import Invalid
from zhenyin.core.words import Words
from zhenyin.intake.dictionary import fields
from zhenyin.intake.matching import TableMatch, best_shape
from zhenyin.intake.models import EVENT_LOG, ColumnNote, Mapping, Match, TableMapping
from zhenyin.intake.row_problems import RowProblemBuffer
from zhenyin.intake.titles import field_title
from zhenyin.job.progress import ProgressCallback
from zhenyin.tabular.limits import require_width
from zhenyin.warehouse.expressions import EMPTY_WORDS
from zhenyin.warehouse.staging import Stage, samples

SHAPES = ("tickets", "exposure", "customers", "orders", "logs")
"""What a table may be when its format does not tell."""


@dataclass(slots=True)
class Staged:
    """One table: its rows (in the stage), what the connector found wrong with them, and how it is to be read."""

    info: TableInfo
    stage: Stage
    mapping: TableMapping
    known: bool
    problems: RowProblemBuffer
    matches: tuple[Match, ...] = ()


def read(
    path: Path, connector: str, mapping: Mapping | None, folder: Path, progress: ProgressCallback
) -> Iterator[Staged]:
    """Every table of the file that has rows. Raises Invalid where there is none."""
    tables = tables_of(path, connector)
    found = False
    for number, info in enumerate(tables):
        staged = _stage(path, connector, info, folder / str(number), progress)
        if staged is None:
            continue
        found = True
        yield _mapped(staged[0], staged[1], info, mapping)
    if not found:
        raise no_rows(path)


def tables_of(path: Path, connector: str) -> list[TableInfo]:
    """The tables of a file. Raises Invalid where one is wider than can be dealt with."""
    tables = CONNECTORS[connector].tables(path)
    for info in tables:
        require_width(info.name, len(info.columns))
    return tables


def no_rows(path: Path) -> Invalid:
    """The refusal of a file that has nothing to import."""
    return Invalid(
        "no-rows",
        en=f"The file {path.name} has no rows below its header. Export it again.",
        zh=f"文件 {path.name} 在表头之下没有数据。请重新导出。",
    )


def match(first: Chunk, info: TableInfo) -> TableMatch:
    """What the columns of a table are taken for, from its first rows."""
    cells = samples(first.rows, EMPTY_WORDS)
    return best_shape(cells, (info.fact,) if info.fact else SHAPES)


GIVEN = Words("按保存的模板或指定的映射", "by the saved template or the mapping that was given")


def column_notes(staged: Staged) -> list[ColumnNote]:
    """What every column of a table was taken for, and why."""
    matched, fact = {match.column: match for match in staged.matches}, staged.mapping.fact
    notes = []
    for column, target in staged.mapping.columns.items():
        own = matched.get(column)
        why = own.why if own and own.target == target else GIVEN
        title = field_title(fact, target) if target else None
        notes.append(ColumnNote(staged.info.name, column, target, title, why))
    return notes


def _stage(
    path: Path, connector: str, info: TableInfo, folder: Path, progress: ProgressCallback
) -> tuple[tuple[Stage, RowProblemBuffer], Chunk] | None:
    # Not among the rows: all Parquet of their folder is read as rows.
    stage, problems = Stage(folder), RowProblemBuffer(folder / "problems")
    first: Chunk | None = None
    try:
        for part in CONNECTORS[connector].read(path, info.name):
            if isinstance(part, RowProblem):
                problems.add(part)
                continue
            first = first or part
            stage.add(part.rows, part.lines)
            progress(0.0, Words(f"读取 {info.name}：{stage.rows:,} 行", f"Reading {info.name}: {stage.rows:,} rows"))
    finally:
        stage.close()
    if first is None or not (stage.rows or len(problems)):
        return None
    return (stage, problems), first


def _mapped(read: tuple[Stage, RowProblemBuffer], first: Chunk, info: TableInfo, mapping: Mapping | None) -> Staged:
    stage, problems = read
    matched = match(first, info)
    resolved = resolve_mapping(matched, info, mapping)
    columns = {column: resolved.columns.get(column) for column in stage.columns}
    needed = set(fields(resolved.fact).needed) <= set(columns.values())
    return Staged(info, stage, replace(resolved, columns=columns), needed, problems, matched.matches)


def resolve_mapping(matched: TableMatch, info: TableInfo, mapping: Mapping | None) -> TableMapping:
    """How a table is read: as a person or a template says, else as it was matched."""
    own = TableMapping(info.name, matched.shape, matched.targets())
    given = mapping.table(info.name) if mapping else None
    return merge(own, given) if given else own


def merge(own: TableMapping, given: TableMapping) -> TableMapping:
    """What a person said of columns wins; what they did not speak of stays as it was matched, if it is not taken."""
    # A column that the file does not have takes nothing from those that it brings under other names.
    taken = {target for column, target in given.columns.items() if column in own.columns}
    rest = {column: target for column, target in own.columns.items() if column not in given.columns}
    kept = {column: None if target in taken else target for column, target in rest.items()}
    fact = given.fact or own.fact
    if own.fact == EVENT_LOG and fact in ("tickets", "events"):
        fact = EVENT_LOG
    return TableMapping(own.name, fact, {**kept, **given.columns}, given.formats)
