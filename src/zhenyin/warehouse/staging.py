"""A table of a file on its way in: rows of text in Parquet parts, outside the warehouse, as many as there may be."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.tidied import is_plain, tidied

_ROWS_A_PART = 250_000
_SAMPLE_ROWS = 20_000
_SHAPES = 200
_SAMPLED_CELLS, _FEWEST_ROWS = 200_000, 100
_COMMON_PATTERN, _COMMON_SHAPE = "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}", "9999-99-99 99:99:99"
_SHAPE = "translate(cell, '012345678', '999999999')"


class Stage:
    """Takes chunks of rows; `relation` is what SQL reads them from. Columns are `c0`, `c1`, ... and `line`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.rows = folder, 0
        self._keys: dict[str, str] = {}
        self._clocks: dict[str, str] = {}
        self._few: set[str] | None = None
        self._waiting: list[pa.Table] = []
        self._buffered, self._parts = 0, 0
        self._writer = ThreadPoolExecutor(1, "staging")
        self._written: Future[None] | None = None
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, rows: pa.Table, lines: pa.Array) -> None:
        """Some more rows; a column that was not there before is empty in the rows before."""
        for name in rows.column_names:
            self._keys.setdefault(name, f"c{len(self._keys)}")
        numbered = rows.rename_columns([self.key(name) for name in rows.column_names])
        self._waiting.append(numbered.append_column("line", lines))
        self.rows, self._buffered = self.rows + rows.num_rows, self._buffered + rows.num_rows
        if self._buffered >= _ROWS_A_PART:
            self._write()

    def close(self) -> None:
        """Write what is left. Nothing is added after that."""
        if self._waiting or not self._parts:
            self._write()
        self._finish_write()
        self._writer.shutdown()

    def key(self, column: str) -> str:
        """The name of a column in `relation`."""
        return self._keys[column]

    @property
    def columns(self) -> list[str]:
        """The columns in the order in which they came."""
        return list(self._keys)

    def is_low_cardinality(self, column: str) -> bool:
        """Whether a column says few things, by its first rows."""
        return self._few is not None and self.key(column) in self._few

    def join_clock(self, day: str, clock: str) -> None:
        """Let the cells of a column of days be moments, by the clock that stands in another column."""
        self._clocks[self.key(day)] = self.key(clock)

    @property
    def relation(self) -> str:
        parts = f"read_parquet({sql.text(str(self.folder / '*.parquet'))}, union_by_name = true)"
        joined = ", ".join(f"{_moment(day, clock)} AS {day}" for day, clock in self._clocks.items())
        return f"(SELECT * REPLACE ({joined}) FROM {parts})" if joined else parts

    def _write(self) -> None:
        # The next part is read while this one is written; never more than two are in memory.
        self._finish_write()
        empty = pa.table({"line": pa.array([], pa.int64())})
        table = pa.concat_tables(self._waiting, promote_options="default") if self._waiting else empty
        target = self.folder / f"{self._parts:05}.parquet"
        self._few = _few(table) if self._few is None else self._few
        self._written = self._writer.submit(_write, table, target, self._few)
        self._waiting, self._buffered, self._parts = [], 0, self._parts + 1

    def _finish_write(self) -> None:
        if self._written is not None:
            self._written.result()
            self._written = None


def _moment(day: str, clock: str) -> str:
    # Excel keeps a day as its midnight, and a time of day as one of the day before its first.
    bare = f"regexp_replace({sql.cleaned(day)}, '[ T]0?0:00(:00([.]0+)?)?$', '')"
    time = f"regexp_replace({sql.cleaned(clock)}, '^1899-12-3[01][ T]', '')"
    return f"CASE WHEN {bare} IS NOT NULL THEN concat_ws(' ', {bare}, {time}) END"


def _few(table: pa.Table) -> set[str]:
    """The columns whose first cells say the same things again and again."""
    some = table.slice(0, _SAMPLE_ROWS)
    return {name for name in table.column_names if pc.count_distinct(some[name]).as_py() * 10 < some.num_rows}


def _write(table: pa.Table, target: Path, few: set[str]) -> None:
    # A dictionary of what is never said twice costs more than all the rest.
    text = [name for name in table.column_names if name in few]
    pq.write_table(table, target, compression="lz4", row_group_size=65_536, use_dictionary=text, write_statistics=False)


class ShapeCount(NamedTuple):
    """One way in which cells of a column are written: `29/2/2016` has the shape `99/9/9999`.

    Of cells of three numbers, such as days, `first`, `second` and `third` are the greatest of each, `firsts` and `thirds`
    how many different ones there are.
    """

    shape: str
    cells: int
    first: int = 0
    second: int = 0
    third: int = 0
    firsts: int = 0
    thirds: int = 0


def shapes(cursor: Cursor, stage: Stage, column: str) -> list[ShapeCount]:
    """How the cells of a column of moments are written, over all rows, the commonest way first.

    Moments are taken without what stands around them, see `tidied`.
    """
    # Most cells are written in one way, and to see that costs a tenth of cleaning them and putting them into their shape.
    text, relation = stage.key(column), stage.relation
    common = f"(strlen({text}) = {len(_COMMON_SHAPE)} AND regexp_full_match({text}, '{_COMMON_PATTERN}'))"
    counted = f"SELECT count(CASE WHEN {common} THEN 1 END) AS common, count({text}) AS filled FROM {relation}"
    counts = next(iter(cursor.run(counted))).to_pylist()[0]
    if counts["common"] == counts["filled"]:
        return [ShapeCount(_COMMON_SHAPE, counts["common"])] if counts["filled"] else []
    rest = _shapes(cursor, f"SELECT {sql.cleaned(text)} AS cell FROM {relation} WHERE NOT {common}")
    # Of those that were not of the common shape some are so once they are trimmed.
    among = counts["common"] + sum(found.cells for found in rest if found.shape == _COMMON_SHAPE)
    others = [found for found in rest if found.shape != _COMMON_SHAPE]
    return sorted([ShapeCount(_COMMON_SHAPE, among), *others], key=lambda found: -found.cells) if among else others


def counts(cursor: Cursor, stage: Stage, column: str, most: int) -> dict[str, int]:
    """The commonest cells of a column, cleaned: cell → rows."""
    query = f"""SELECT cell, count(*) AS rows FROM (SELECT {sql.cleaned(stage.key(column))} AS cell FROM {stage.relation})
        WHERE cell IS NOT NULL GROUP BY cell ORDER BY rows DESC, cell LIMIT {most}"""
    return {row["cell"]: row["rows"] for batch in cursor.run(query) for row in batch.to_pylist()}


def has_decimal_commas(cursor: Cursor, stage: Stage, column: str) -> bool:
    """Whether some cell of a column has one or two figures behind a comma, and none a point that is no thousands'."""
    comma, point = "^[-+]?[0-9.]*[0-9],[0-9]{1,2}[^0-9,.]*$", "[.](?:[0-9]{1,2}|[0-9]{4,})(?:[^0-9.]|$)"
    cell = f"SELECT {sql.cleaned(stage.key(column))} AS cell FROM {stage.relation}"
    query = f"""SELECT bool_or(regexp_matches(cell, '{comma}')) AND NOT bool_or(regexp_matches(cell, '{point}')) AS found
        FROM ({cell}) WHERE contains(cell, ',') OR contains(cell, '.')"""
    return bool(next(iter(cursor.run(query))).to_pylist()[0]["found"])


def has_unplain(cursor: Cursor, stage: Stage, column: str) -> bool:
    """Whether some cell of a column of moments holds more than figures and their signs."""
    cell = f"SELECT {sql.cleaned(stage.key(column))} AS cell FROM {stage.relation}"
    found = f"SELECT count(*) AS n FROM (SELECT cell FROM ({cell}) WHERE NOT {is_plain('cell')} LIMIT 1)"
    return bool(next(iter(cursor.run(found))).to_pylist()[0]["n"])


def _shapes(cursor: Cursor, cells: str) -> list[ShapeCount]:
    numbers = ["^([0-9]{1,2})[-/.]", "^[0-9]+[-/.]([0-9]+)[-/.]", "^[0-9]+[-/.][0-9]+[-/.]([0-9]+)"]
    parted = "(cell[2] IN ('-', '/', '.') OR cell[3] IN ('-', '/', '.'))"
    first, second, third = (
        f"CASE WHEN {parted} THEN TRY_CAST(regexp_extract(cell, '{pattern}', 1) AS INTEGER) END" for pattern in numbers
    )
    query = f"""
        SELECT {_SHAPE} AS shape, count(*) AS cells, max({first}) AS first, max({second}) AS second, max({third}) AS third,
               count(DISTINCT {first}) AS firsts, count(DISTINCT {third}) AS thirds
        FROM (SELECT {tidied("cell")} AS cell FROM ({cells}) WHERE cell IS NOT NULL)
        GROUP BY ALL ORDER BY cells DESC, shape LIMIT {_SHAPES}"""
    rows = [row for batch in cursor.run(query) for row in batch.to_pylist()]
    return [
        ShapeCount(**{name: value or 0 for name, value in row.items() if name != "shape"}, shape=row["shape"])
        for row in rows
    ]


def samples(first: pa.Table, empty_words: Sequence[str], rows: int = 2_000) -> dict[str, list[str]]:
    """The cells of some rows by column, without the blank ones; of fewer rows where there are very many columns."""
    empty, rows = Counter(empty_words), min(rows, max(_FEWEST_ROWS, _SAMPLED_CELLS // max(first.num_columns, 1)))
    some = first.slice(0, rows).to_pydict()
    kept = {name: [cell.strip() for cell in cells if cell] for name, cells in some.items()}
    return {name: [cell for cell in cells if cell.lower() not in empty] for name, cells in kept.items()}
