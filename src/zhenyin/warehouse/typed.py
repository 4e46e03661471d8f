"""From rows of text to rows of a fact: one temporary table `typed`, made by one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from zhenyin.core.masking import VEHICLE
from zhenyin.warehouse import durations, moments, pseudonyms
from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse.facts import FACTS, Kind

NAMES = frozenset(("source_id", "order_id", "device_id", "version", "batch", "model"))
"""Columns of names that look like numbers; masking would take some of them for phones."""
CellKind = Kind | Literal["span"]
CUSTOMER, DEVICE, SPAN = "customer_id", "device_id", "span."
_STRANGE = "^-[0-9]+$"
_ERROR = "#(?:N/A|VALUE!|REF!|DIV/0!|NAME[?]|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)"
"""What a workbook shows where a formula has no result."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of a fact and the staged column that it is read from."""

    target: str
    kind: CellKind
    key: str
    form: moments.TimeFormat | None = None
    words: dict[str, str] = field(default_factory=dict)
    person: bool = False
    """A column of customers that calls them by name."""
    unit: float | None = None
    """The seconds that a bare number in a column of durations stands for."""
    points: Mapping[str, float | None] | None = None
    """Of a column of ratings: the points of each cell; a cell that is not there is a number, times `factor`."""
    factor: float = 1.0
    decimal_comma: bool = False
    """Of numbers and durations: `4,5` is four and a half, and a point sets off thousands."""
    empty: frozenset[str] = frozenset()
    """Cells that say that there is nothing."""
    value_map: dict[str, str | None] | None = None
    """Of a column that says few things: what a cell that does not stay as it is becomes. None where each is worked out."""

    @property
    def column(self) -> str:
        """The column of the fact that it fills: a duration fills the moment at its end."""
        return self.target.removeprefix(SPAN) if self.kind == "span" else self.target


@dataclass(frozen=True, slots=True)
class Masking:
    """What a cell looks like that names a person, and the key with which it becomes a customer's number."""

    whole: str
    names: str
    key: str


@dataclass(frozen=True, slots=True)
class Plan:
    """How a staged table becomes rows. `extras`: (name, staged column); `hidden`: (name, staged column, word instead).

    `phone`, `person`: the staged columns that tell customers apart where no other does, the former first.
    """

    cells: tuple[Cell, ...]
    extras: tuple[tuple[str, str], ...]
    hidden: tuple[tuple[str, str, str], ...]
    phone: str | None
    person: str | None
    masking: Masking

    def targets(self) -> list[str]:
        """The columns of the fact that are there."""
        return [cell.column for cell in self.cells]

    @property
    def customer(self) -> str | None:
        return self.phone or self.person


def create(relation: str, plan: Plan, all_keys: Sequence[str]) -> str:
    """The statement. Beside the cells, `typed` has line, extra, `bad` (which cells could not be read) and `content`."""
    alone = {cell.key for cell in plan.cells if cell.value_map is None} | {key for _, key, _ in plan.hidden}
    clean = ", ".join(f"{sql.cleaned(key)} AS {key}" if key in alone else key for key in all_keys)
    # A step of its own: what masking looks at several times is worked out once.
    raw = [f"{_prepared(cell)} AS {_worded(cell)}" for cell in plan.cells if _is_prepared(cell)]
    read = [f"{_value(cell, plan.masking)} AS {_typed(cell)}" for cell in plan.cells]
    named = ", ".join([f"{_filled(cell, plan)} AS {sql.name(cell.column)}" for cell in plan.cells] + _customer(plan))
    whole = _each(all_keys, f"coalesce({sql.cleaned('x')}, chr(30))")
    content = f"md5(array_to_string({whole}, chr(31)))"
    bare = "" if any(cell.target == "source_id" for cell in plan.cells) else f", {content} AS content"
    return f"""
        CREATE OR REPLACE TEMP TABLE typed AS
        SELECT line, {named}, {_extra(plan)} AS extra, {_bad(plan)} AS bad{bare}
        FROM (SELECT *, {", ".join(read)} FROM (
            SELECT {", ".join(["*", *raw])} FROM (SELECT line, {clean} FROM {relation})))"""


def changes(relation: str, cell: Cell, masking: Masking, most: int) -> str:
    """The statement that gives what a cell of words becomes, by what the file says, where the two differ: raw, value.

    No more than `most` and one of them.
    """
    raw, value = f"{_free_text(cell)} AS {_worded(cell)}", _value(cell, masking)
    different = f"SELECT DISTINCT {cell.key} AS raw FROM {relation}"
    return f"""
        SELECT raw, value FROM (SELECT raw, {value} AS value FROM (SELECT *, {raw} FROM (
            SELECT raw, {sql.cleaned("raw")} AS {cell.key} FROM ({different}))))
        WHERE value IS DISTINCT FROM raw LIMIT {most + 1}"""


def flags() -> str:
    """The statement that gives, as one number, which cells of the plan could not be read in some row."""
    return "SELECT bit_or(bad) FROM typed"


def unread(relation: str, plan: Plan, place: int) -> str:
    """The rows in which the cell at this place of the plan could not be read: line, and what the file says."""
    raw = sql.masked("raw")
    return f"""SELECT line, {raw} AS value FROM (
        SELECT t.line, {sql.cleaned("r." + plan.cells[place].key)} AS raw
        FROM typed t JOIN {relation} r ON r.line = t.line WHERE (t.bad >> {place}) & 1 = 1)"""


def whole_rows(relation: str, keys: Sequence[str]) -> str:
    """Line and text of every staged row, personal data masked."""
    raw = f"concat_ws(' | ', {', '.join(keys)})"
    return f"SELECT line, {sql.masked(raw)} AS text FROM {relation}"


def number_rows() -> str:
    """Rows of a source without numbers are named by what they say; the same text again gets a number behind it."""
    return """
        CREATE OR REPLACE TEMP TABLE typed AS
        SELECT * EXCLUDE (content, nth), 'r-' || left(content, 16) || CASE WHEN nth > 1 THEN '-' || nth ELSE '' END
               AS source_id
        FROM (SELECT *, row_number() OVER (PARTITION BY content ORDER BY line) AS nth FROM typed)"""


def _typed(cell: Cell) -> str:
    return f"v_{cell.key}_{cell.target.replace('.', '_')}"


def _worded(cell: Cell) -> str:
    return f"w_{cell.key}_{cell.target.replace('.', '_')}"


def is_mappable(cell: Cell) -> bool:
    """Whether what a cell becomes depends on its words alone, and is a word again."""
    return cell.kind == "text" and cell.target != CUSTOMER


def _is_free_text(cell: Cell) -> bool:
    """Whether a cell holds words of people, which may hold personal data."""
    return cell.kind not in ("time", "date", "number", "integer", "span") and cell.target not in (*NAMES, CUSTOMER)


def _is_prepared(cell: Cell) -> bool:
    if cell.form is not None:
        return cell.form.tidy
    return cell.value_map is None and _is_free_text(cell)


def _prepared(cell: Cell) -> str:
    return moments.prepared(cell.key, cell.form) if cell.form is not None else _free_text(cell)


def _free_text(cell: Cell) -> str:
    # A number below zero is no name of anything: systems write -100 where they know nothing. Nor is an error of a workbook.
    below = f"prefix({cell.key}, '-') AND regexp_matches({cell.key}, {sql.text(_STRANGE)})"
    error = f"prefix({cell.key}, '#') AND regexp_full_match({cell.key}, {sql.text(_ERROR)})"
    strange = f"({below}) OR ({error})"
    return sql.translated(f"CASE WHEN {strange} THEN NULL ELSE {cell.key} END", cell.words)


def _filled(cell: Cell, plan: Plan) -> str:
    """A cell as its column has it: of a duration, the moment that it leads to."""
    if cell.kind != "span":
        return _typed(cell)
    created = next(_typed(other) for other in plan.cells if other.target == "created_at")
    return durations.after(created, _typed(cell))


def _value(cell: Cell, masking: Masking) -> str:
    key = cell.key
    if cell.value_map is not None:
        timestamps = " ".join(f"WHEN {sql.text(raw)} THEN {sql.text(value)}" for raw, value in cell.value_map.items())
        return f"CASE {key} {timestamps} ELSE {key} END" if timestamps else key
    if cell.kind in ("time", "date"):
        form = cell.form or moments.TimeFormat(("iso",))
        moment = moments.moment(_worded(cell) if form.tidy else key, form)
        return moment if cell.kind == "time" else f"CAST({moment} AS DATE)"
    if cell.kind in ("span", "number", "integer"):
        return _quantity(cell)
    if cell.target == DEVICE:
        return _device(key, masking)
    if cell.target in NAMES:
        return key
    if cell.target == CUSTOMER:
        hashed = pseudonyms.hashed(key, masking.whole, masking.key)
        known = sql.text(f"{masking.whole}|{masking.names}")
        return hashed if cell.person else f"CASE WHEN regexp_full_match({key}, {known}) THEN {hashed} ELSE {key} END"
    return sql.masked(_worded(cell))


def _quantity(cell: Cell) -> str:
    if cell.kind == "span":
        return durations.seconds(_with_point(cell), cell.unit)
    if cell.points is not None:
        return _points(cell)
    number = sql.number(sql.translated(_with_point(cell), cell.words))
    return number if cell.kind == "number" else f"TRY_CAST(round({number}) AS BIGINT)"


def _device(key: str, masking: Masking) -> str:
    """A vehicle's number names its owner to those who can find out; others are names of things."""
    hashed = pseudonyms.of_contact(key, masking.key)
    return f"CASE WHEN regexp_full_match({key}, {sql.text(VEHICLE)}) THEN {hashed} ELSE {key} END"


def _with_point(cell: Cell) -> str:
    return f"replace(replace({cell.key}, '.', ''), ',', '.')" if cell.decimal_comma else cell.key


def _points(cell: Cell) -> str:
    known = " ".join(
        f"WHEN {sql.text(raw)} THEN {value or 'NULL'}::DOUBLE" for raw, value in (cell.points or {}).items()
    )
    number = f"{sql.number(cell.key)} * {cell.factor}"
    other = f"CASE WHEN {number} BETWEEN 1 AND 5 THEN {number} END"
    return f"CASE {cell.key} {known} ELSE {other} END" if known else other


def _hash(key: str, masking: Masking) -> str:
    return pseudonyms.of_contact(key, masking.key)


def _customer(plan: Plan) -> list[str]:
    """Where nothing else names the customer, the phone does, or the person's own name, behind a keyed hash."""
    if plan.customer is None or any(cell.target == CUSTOMER for cell in plan.cells):
        return []
    masking = plan.masking
    hashed = pseudonyms.hashed(plan.customer, masking.whole, masking.key)
    raw = _hash(plan.phone, masking) if plan.phone else hashed
    return [f"CASE WHEN {plan.customer} IS NOT NULL THEN {raw} END AS {CUSTOMER}"]


def _extra(plan: Plan) -> str:
    masking = plan.masking
    hidden = [(name, f"CASE WHEN {key} IS NOT NULL THEN {sql.text(word)} END") for name, key, word in plan.hidden]
    if plan.phone is not None:
        # Two tickets from one phone are told to be so without telling the phone.
        hidden.append(("phone key", f"CASE WHEN {plan.phone} IS NOT NULL THEN {_hash(plan.phone, masking)} END"))
    names = [name for name, _ in (*plan.extras, *hidden)]
    if not names:
        return "NULL::MAP(VARCHAR, VARCHAR)"
    if not plan.extras and _distinct(names):
        # Casting a structure takes a quarter of the time of `map`, which looks for keys that occur twice in every row.
        fields = ", ".join(f"{sql.text(name)}: {value}" for name, value in hidden)
        return f"CAST({{{fields}}} AS MAP(VARCHAR, VARCHAR))"
    masked = sql.masked("x")
    shown = _each([key for _, key in plan.extras], sql.cleaned("x"))
    words = ", ".join(value for _, value in hidden)
    values = f"list_transform({shown}, lambda x: {masked}) || [{words}]::VARCHAR[]"
    return f"map([{', '.join(map(sql.text, names))}], {values})"


def _distinct(names: Sequence[str]) -> bool:
    """Whether names can stand beside each other in a structure, which does not tell large letters from small."""
    return all(names) and len({name.lower() for name in names}) == len(names)


def _each(keys: Sequence[str], done: str) -> str:
    """A list of what `done` makes of each column, called `x` in it.

    Written once for all: an expression of its own for each of a thousand columns takes the engine minutes to plan.
    """
    return f"list_transform([{', '.join(keys)}]::VARCHAR[], lambda x: {done})"


def _bad(plan: Plan) -> str:
    flags = [f"({lost}::BIGINT << {at})" for at, cell in enumerate(plan.cells) if (lost := _lost(cell))]
    return " | ".join(flags) or "0::BIGINT"


def _lost(cell: Cell) -> str:
    """Whether a cell says something that could not be read; empty where that is known not to be."""
    if cell.value_map is None:
        filled = f"{cell.key} NOT IN {sql.texts(cell.empty)}" if cell.empty else f"{cell.key} IS NOT NULL"
        return f"coalesce({filled} AND {_typed(cell)} IS NULL, false)"
    unread = [raw for raw, value in cell.value_map.items() if value is None and not sql.is_empty(raw)]
    return f"coalesce({cell.key} IN {sql.texts(unread)}, false)" if unread else ""


def kind_of(fact: str, target: str) -> CellKind:
    """The kind of a column; an event log may fill those of tickets and of events."""
    if target.startswith(SPAN):
        return "span"
    facts = ("events", "tickets") if fact == "event_log" else (fact,)
    return next((FACTS[name][target].kind for name in facts if target in FACTS[name].names()), "text")
