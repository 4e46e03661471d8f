"""From a mapping to the plan of a typed table: which cell is read how."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from zhenyin.core.words import Words
from zhenyin.intake import durations, formats, ratings, ticket_numbers, yes_no
from zhenyin.intake.dictionary import wording
from zhenyin.intake.models import CLOCK, PERSONAL, SPAN, TableMapping
from zhenyin.text import mask
from zhenyin.text.names import NAME
from zhenyin.warehouse import load, pseudonyms, typed
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.expressions import text
from zhenyin.warehouse.load import Found
from zhenyin.warehouse.staging import Stage, counts, has_decimal_commas, has_unplain, shapes
from zhenyin.warehouse.typed import Cell, Masking, Plan

_HIDDEN = {
    "name": "〔姓名〕",
    "phone": "〔手机号〕",
    "email": "〔邮箱〕",
    "address": "〔地址〕",
    "number": "〔身份证号〕",
    "staff": "〔员工〕",
}
_NAMES_PERCENT = 30
_MOST_RATINGS = 1_000
_MOST_CHANGES = 40
"""Words of one column that become others; with more, to look through them for each row is no gain."""
_RATED = (
    "rating_unread",
    Words("不在评分范围内，或不是评分，已留空。", "Off the scale of the column, or no rating; left empty."),
)
_READ = {
    "time": ("date_unread", Words("无法识别为时间，已留空。", "This is no time that can be read; left empty.")),
    "date": ("date_unread", Words("无法识别为日期，已留空。", "This is no date that can be read; left empty.")),
    "number": ("number_unread", Words("无法识别为数字，已留空。", "This is no number; left empty.")),
    "integer": ("number_unread", Words("无法识别为数字，已留空。", "This is no number; left empty.")),
    "span": (
        "span_unread",
        Words("无法识别为时长，已留空。", "This is no duration that can be read; left empty."),
    ),
    "text": (
        "unknown_value",
        Words("系统用来表示“未知”的值，已留空。", "A value that systems write for unknown; left empty."),
    ),
}


@dataclass(frozen=True, slots=True)
class Ready:
    """A plan, the formats that were settled on, the columns whose day and month could not be told apart, and what was done
    to ratings of another scale.
    """

    plan: Plan
    formats: dict[str, str]
    ambiguous: tuple[str, ...]
    scaled: dict[str, Words]


def prepare(cursor: Cursor, stage: Stage, mapping: TableMapping, key: str, zone: str) -> Ready:
    """Settle the formats from all rows, and say how each column is read."""
    used = _without_clocks(_without_idle_spans(mapping.columns))
    _join_clocks(stage, mapping)
    targets = {column: target for column, target in used.items() if target}
    if number := next((column for column, target in targets.items() if target == "source_id"), None):
        ticket_numbers.require_whole(cursor, stage, number)
    kinds = {
        column: typed.kind_of(mapping.fact, target)
        for column, target in targets.items()
        if not target.startswith(PERSONAL)
    }
    times = [column for column, kind in kinds.items() if kind in ("time", "date")]
    seen = {column: shapes(cursor, stage, column) for column in times}
    named = {column: form for column, form in mapping.formats.items() if column in seen}
    resolved = formats.resolve_formats(seen, named, zone)
    untidy = {column for column in times if has_unplain(cursor, stage, column)}
    resolved = {column: one.tidied() if column in untidy else one for column, one in resolved.items()}
    cells = tuple(
        Cell(
            targets[column],
            kind,
            stage.key(column),
            resolved[column].form if column in resolved else None,
            _wording(column, targets[column]),
            targets[column] == typed.CUSTOMER and _are_names(cursor, stage, column),
            durations.split_unit(column)[1],
        )
        for column, kind in kinds.items()
    )
    ratings_of = {
        column: ratings.read(column, counts(cursor, stage, column, _MOST_RATINGS))
        for column, target in targets.items()
        if target == "csat"
    }
    commas = {
        stage.key(column)
        for column, kind in kinds.items()
        if kind in ("number", "integer", "span") and has_decimal_commas(cursor, stage, column)
    }
    cells = tuple(replace(cell, decimal_comma=cell.key in commas) for cell in cells)
    cells = tuple(_rated(cell, {stage.key(column): one for column, one in ratings_of.items()}) for cell in cells)
    names = {column: one.name for column, one in resolved.items()}
    plan = _plan(stage, used, cells, key)
    return Ready(
        replace(plan, cells=tuple(_resolved_cell(cursor, stage, cell, plan.masking) for cell in cells)),
        {column: name for column, name in names.items() if name},
        tuple(column for column, one in resolved.items() if one.ambiguous),
        {column: one.rule for column, one in ratings_of.items() if one.rule},
    )


def _wording(column: str, target: str) -> dict[str, str]:
    return {**wording(target), **yes_no.wording(column)} if target == "status" else wording(target)


def _rated(cell: Cell, read: Mapping[str, ratings.Reading]) -> Cell:
    if (own := read.get(cell.key)) is None:
        return cell
    return replace(cell, points=own.points, factor=own.factor, empty=own.empty)


def _resolved_cell(cursor: Cursor, stage: Stage, cell: Cell, masking: Masking) -> Cell:
    """A cell of a column that says few things takes what was worked out once for each of them."""
    if not (typed.is_mappable(cell) and stage.is_low_cardinality(stage.columns[int(cell.key[1:])])):
        return cell
    changes = [
        row
        for part in cursor.run(typed.changes(stage.relation, cell, masking, _MOST_CHANGES))
        for row in part.to_pylist()
    ]
    few = len(changes) <= _MOST_CHANGES
    return replace(cell, value_map={row["raw"]: row["value"] for row in changes}) if few else cell


def problems_of(ready: Ready, stage: Stage, flags: int) -> list[Found]:
    """The statements that find the cells that could not be read, and what was assumed for whole columns.

    `flags`: at which places of the plan there are such cells.
    """
    relation = stage.relation
    found = []
    for place, cell in enumerate(ready.plan.cells):
        if not flags >> place & 1:
            continue
        rule, reason = _READ[cell.kind] if cell.points is None else _RATED
        column = stage.columns[int(cell.key[1:])]
        select = f"SELECT line, {text(column)} AS column_name, value FROM ({typed.unread(relation, ready.plan, place)})"
        found.append(Found(rule, reason, select))
    whole = [*map(_assumed, ready.ambiguous), *(_scaled(column, rule) for column, rule in ready.scaled.items())]
    return found + whole + _named(ready, stage) + _added(ready, stage)


def _scaled(column: str, rule: Words) -> Found:
    select = f"SELECT 0::BIGINT AS line, {text(column)} AS column_name, NULL::VARCHAR AS value"
    return Found("rating_scaled", rule, select, marks=False)


def _assumed(column: str) -> Found:
    reason = Words(
        "整列都无法区分日和月，按“日在前”读取；如有误请在映射中设置格式。",
        "No cell of the column tells day from month; read day first. Set the format in the mapping if that is wrong.",
    )
    select = f"SELECT 0::BIGINT AS line, {text(column)} AS column_name, {text(formats.ASSUMED)} AS value"
    return Found("ambiguous_dates", reason, select, marks=False)


def _without_idle_spans(columns: Mapping[str, str | None]) -> dict[str, str | None]:
    """A duration counts from the creation; where a column tells the moment itself it is kept as any other column."""
    targets = set(columns.values())

    def idle(target: str) -> bool:
        return "created_at" not in targets or target.removeprefix(SPAN) in targets

    return {c: None if t and t.startswith(SPAN) and idle(t) else t for c, t in columns.items()}


def _join_clocks(stage: Stage, mapping: TableMapping) -> None:
    for clock, target in mapping.columns.items():
        day = mapping.column_of(target.removeprefix(CLOCK)) if target and target.startswith(CLOCK) else None
        if day is not None:
            stage.join_clock(day, clock)


def _without_clocks(columns: Mapping[str, str | None]) -> dict[str, str | None]:
    """The clocks are part of the moments by now; what their columns say is kept as that of others."""
    return {c: None if t and t.startswith(CLOCK) else t for c, t in columns.items()}


def _added(ready: Ready, stage: Stage) -> list[Found]:
    reason = Words(
        "此列为时长，时间按“创建时间 + 时长”推算。",
        "The column tells how long it took; the moment is worked out as creation plus duration.",
    )
    columns = [stage.columns[int(cell.key[1:])] for cell in ready.plan.cells if cell.kind == "span"]
    select = "SELECT 0::BIGINT AS line, {} AS column_name, NULL::VARCHAR AS value"
    return [Found("time_from_span", reason, select.format(text(column)), marks=False) for column in columns]


def _are_names(cursor: Cursor, stage: Stage, column: str) -> bool:
    return load.one(cursor, pseudonyms.share(stage.relation, stage.key(column), NAME)) >= _NAMES_PERCENT


def _named(ready: Ready, stage: Stage) -> list[Found]:
    """Where customers are told apart by their names, two of one name are one customer: worth saying."""
    plan = ready.plan
    given = [cell for cell in plan.cells if cell.target == typed.CUSTOMER]
    keys = [cell.key for cell in given if cell.person] if given or plan.phone else [plan.person]
    reason = Words(
        "以姓名或邮箱的加密散列区分客户，姓名不进入数据；同名者视为同一客户。",
        "Customers are identified by a keyed hash of their names or e-mails; two of one name count as one.",
    )
    columns = [stage.columns[int(key[1:])] for key in keys if key]
    select = "SELECT 0::BIGINT AS line, {} AS column_name, NULL::VARCHAR AS value"
    return [Found("customer_by_name", reason, select.format(text(column)), marks=False) for column in columns]


def _plan(stage: Stage, columns: Mapping[str, str | None], cells: tuple[Cell, ...], key: str) -> Plan:
    personal = {c: t.removeprefix(PERSONAL) for c, t in columns.items() if t and t.startswith(PERSONAL)}
    phones, emails, names = (
        [stage.key(column) for column, own in personal.items() if own == kind] for kind in ("phone", "email", "name")
    )
    return Plan(
        cells,
        tuple((column, stage.key(column)) for column, target in columns.items() if target is None),
        tuple((column, stage.key(column), _HIDDEN[kind]) for column, kind in personal.items()),
        phones[0] if phones else None,
        next(iter([*emails, *names]), None),
        Masking(mask.SUSPECT, mask.CASES, mask.WHOLE, NAME, key),
    )
