"""What is settled of whole columns from all their cells, before one of them is read: formats, zones, scales, commas, names."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from zhenyin.core.words import Words
from zhenyin.intake import durations, formats, ratings, ticket_numbers, yes_no, zones
from zhenyin.intake.dictionary import spelled, wording
from zhenyin.intake.formats import ResolvedFormat
from zhenyin.intake.models import PERSONAL, TableMapping
from zhenyin.text.names import NAME
from zhenyin.warehouse import load, pseudonyms, typed
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.staging import Stage, counts, has_decimal_commas, has_unplain, shapes
from zhenyin.warehouse.typed import Cell

_NAMES_PERCENT = 30
_MOST_RATINGS = 1_000
_COUNTED = ("number", "integer", "span")


@dataclass(frozen=True, slots=True)
class Settled:
    """How the columns of a table are read. notes: (rule, column, what was assumed or done to the whole column)."""

    cells: tuple[Cell, ...]
    formats: dict[str, str]
    ambiguous: tuple[str, ...]
    notes: list[tuple[str, str, Words]] = field(default_factory=list)


def settle(
    cursor: Cursor, stage: Stage, mapping: TableMapping, columns: Mapping[str, str | None], zone: str
) -> Settled:
    """Look through all cells of each column that is used. columns: column → target.

    Raises Invalid where a workbook has cut the tickets' numbers.
    """
    targets = {column: target for column, target in columns.items() if target}
    if number := next((column for column, target in targets.items() if target == "source_id"), None):
        ticket_numbers.require_whole(cursor, stage, number)
    own = {column: target for column, target in targets.items() if not target.startswith(PERSONAL)}
    kinds = {column: typed.kind_of(mapping.fact, target) for column, target in own.items()}
    times = [column for column, kind in kinds.items() if kind in ("time", "date")]
    resolved, zoned = _moments(cursor, stage, mapping, targets, times, zone)
    rated = {
        column: ratings.read(spelled(column), counts(cursor, stage, column, _MOST_RATINGS))
        for column, target in own.items()
        if target == "csat"
    }
    cells = tuple(
        _cell(cursor, stage, column, own[column], kind, resolved.get(column), rated.get(column))
        for column, kind in kinds.items()
    )
    notes = [("zone_missing", column, words) for column, words in zoned.items()]
    notes += [("rating_scaled", column, one.rule) for column, one in rated.items() if one.rule]
    return Settled(
        cells,
        {column: one.name for column, one in resolved.items() if one.name},
        tuple(column for column, one in resolved.items() if one.ambiguous),
        notes,
    )


def _cell(
    cursor: Cursor,
    stage: Stage,
    column: str,
    target: str,
    kind: typed.CellKind,
    form: ResolvedFormat | None,
    rated: ratings.Reading | None,
) -> Cell:
    words, name = wording(target), spelled(column)
    return Cell(
        target,
        kind,
        stage.key(column),
        form.form if form else None,
        {**words, **yes_no.wording(name)} if target == "status" else words,
        target == typed.CUSTOMER and _are_names(cursor, stage, column),
        durations.split_unit(name)[1],
        points=rated.points if rated else None,
        factor=rated.factor if rated else 1.0,
        empty=rated.empty if rated else frozenset(),
        decimal_comma=rated is None and kind in _COUNTED and has_decimal_commas(cursor, stage, column),
    )


def _moments(
    cursor: Cursor, stage: Stage, mapping: TableMapping, targets: Mapping[str, str], times: list[str], zone: str
) -> tuple[dict[str, ResolvedFormat], dict[str, Words]]:
    seen = {column: shapes(cursor, stage, column) for column in times}
    named = {column: form for column, form in mapping.formats.items() if column in seen}
    resolved = formats.resolve_formats(seen, named, zone)
    untidy = {column for column in times if has_unplain(cursor, stage, column)}
    resolved = {column: one.tidied() if column in untidy else one for column, one in resolved.items()}
    by_target = {target: column for column, target in targets.items()}
    return zones.settle(cursor, stage, seen, resolved, by_target)


def _are_names(cursor: Cursor, stage: Stage, column: str) -> bool:
    return load.one(cursor, pseudonyms.share(stage.relation, stage.key(column), NAME)) >= _NAMES_PERCENT
