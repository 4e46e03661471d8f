"""What a connector finds wrong with rows, on its way to the facts: in parts on the disk, as many as there may be."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from zhenyin.connectors import RowProblem

_BUFFERED = 20_000
_KEPT_TEXT = 2_000


class RowProblemBuffer:
    """Takes problems one by one; never more than a part of them is in memory."""

    def __init__(self, folder: Path, buffered: int = _BUFFERED) -> None:
        self._folder, self._most = folder, buffered
        self._buffer: list[RowProblem] = []
        self._parts = self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, problem: RowProblem) -> None:
        """One more."""
        self._buffer.append(problem)
        self._count += 1
        if len(self._buffer) >= self._most:
            self._folder.mkdir(parents=True, exist_ok=True)
            pq.write_table(table(self._buffer), self._part(self._parts), compression="lz4")
            self._buffer, self._parts = [], self._parts + 1

    def tables(self) -> Iterator[pa.Table]:
        """All of them in their order, part by part."""
        for number in range(self._parts):
            yield pq.read_table(self._part(number))
        if self._buffer:
            yield table(self._buffer)

    def _part(self, number: int) -> Path:
        return self._folder / f"{number:05}.parquet"


def table(problems: Sequence[RowProblem]) -> pa.Table:
    """Problems as rows, as `warehouse.load.take_problems` takes them."""
    texts = {
        "column_name": [one.column for one in problems],
        "value": [one.value[:_KEPT_TEXT] if one.value else one.value for one in problems],
        "rule": [one.rule for one in problems],
        "reason_zh": [one.reason.zh for one in problems],
        "reason_en": [one.reason.en for one in problems],
    }
    lines = pa.array([one.line for one in problems], pa.int64())
    return pa.table({"line": lines, **{name: pa.array(cells, pa.string()) for name, cells in texts.items()}})
