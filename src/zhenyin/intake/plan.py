"""From a mapping to the plan of a typed table: which cell is read how."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from zhenyin.core.masking import WHOLE
from zhenyin.core.words import Words
from zhenyin.intake import formats
from zhenyin.intake.models import CLOCK, PERSONAL, SPAN, TableMapping
from zhenyin.intake.settling import Settled, settle
from zhenyin.text.names import NAME
from zhenyin.warehouse import typed
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.expressions import text
from zhenyin.warehouse.load import Found
from zhenyin.warehouse.staging import Stage
from zhenyin.warehouse.typed import Cell, Masking, Plan

_HIDDEN = {
    "name": "〔姓名〕",
    "phone": "〔手机号〕",
    "email": "〔邮箱〕",
    "address": "〔地址〕",
    "number": "〔身份证号〕",
    "staff": "〔员工〕",
}
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
    """A plan, and what was settled of whole columns."""

    plan: Plan
    settled: Settled


def prepare(cursor: Cursor, stage: Stage, mapping: TableMapping, key: str, zone: str) -> Ready:
    """Settle the columns from all rows, and say how each cell is read."""
    used = _without_clocks(_without_idle_spans(mapping.columns))
    _join_clocks(stage, mapping)
    settled = settle(cursor, stage, mapping, used, zone)
    plan = _plan(stage, used, settled.cells, key)
    cells = tuple(_resolved_cell(cursor, stage, cell, plan.masking) for cell in settled.cells)
    return Ready(replace(plan, cells=cells), settled)


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
    whole = [*map(_assumed, ready.settled.ambiguous), *(_of_column(*note) for note in ready.settled.notes)]
    return found + whole + _named(ready, stage) + _added(ready, stage)


def _of_column(rule: str, column: str, words: Words) -> Found:
    select = f"SELECT 0::BIGINT AS line, {text(column)} AS column_name, NULL::VARCHAR AS value"
    return Found(rule, words, select, marks=False)


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
        Masking(WHOLE, NAME, key),
    )
