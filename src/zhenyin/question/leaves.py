"""The rows of one aggregate as arrays: labels by dimension, bucket, and sums."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from zhenyin.core.arrays import Floats, Ints
from zhenyin.dimensions import dimension
from zhenyin.question.models import Question, Span
from zhenyin.question.plan import MONTH, Pass, Slot
from zhenyin.question.sums import Sheet, enter


@dataclass(frozen=True, slots=True)
class AggregateRows:
    """The sums of one part. labels: text in dictionary form per dimension, "" for unknown; the rest: [rows]."""

    dims: tuple[str, ...]
    labels: dict[str, pa.DictionaryArray]
    bucket: Ints
    total: Floats
    n: Floats
    squares: Floats


def read(
    rows: pa.Table, slots: list[Slot], step: Pass, question: Question, known: Span, bucket_starts: list[date]
) -> Iterator[tuple[int, AggregateRows]]:
    """The sums of each slot that a pass fills, by the slot's number; rows outside the buckets are left out."""
    place = {first: i for i, first in enumerate(bucket_starts)}
    if slots[step.numbers[0]].part.anchor == MONTH:
        sheet = Sheet(slots)
        enter(sheet, step, rows.to_pylist(), question, known)
        for number in step.numbers:
            yield number, _of_sheet(sheet, number, question.cuts, place)
        return
    bucket = _buckets(rows, question, place)
    kept = pa.array(bucket >= 0)
    rows = rows.filter(kept)
    labels = {name: _labels(rows[name]) for name in question.cuts}
    for number in step.numbers:
        total = _numbers(rows, f"total{number}")
        n = _numbers(rows, f"n{number}", total)
        squares = _numbers(rows, f"squares{number}", np.zeros(len(total)))
        yield number, AggregateRows(question.cuts, labels, bucket[bucket >= 0], total, n, squares)


def vocabulary(parts: Iterable[AggregateRows], name: str) -> list[str]:
    """All labels of a dimension, sorted."""
    found: set[str] = set()
    for leaves in parts:
        if name in leaves.labels:
            found.update(leaves.labels[name].dictionary.to_pylist())
    return sorted(found)


def codes_of(leaves: AggregateRows, dims: tuple[str, ...], values: list[list[str]]) -> Ints:
    """The labels of the rows as indices into `values`: int [rows, dims]."""
    codes = np.zeros((len(leaves.bucket), len(dims)), np.int64)
    for i, name in enumerate(dims):
        label = leaves.labels[name]
        place = {value: number for number, value in enumerate(values[i])}
        lookup = np.array([place[value] for value in label.dictionary.to_pylist()], np.int64)
        if len(codes):
            codes[:, i] = lookup[label.indices.to_numpy(zero_copy_only=False)]
    return codes


def _buckets(rows: pa.Table, question: Question, place: dict[date, int]) -> Ints:
    """The number of each row's bucket, -1 outside."""
    assert question.grain is not None
    grain = dimension(question.grain)
    coded = _one(rows[question.grain]).dictionary_encode()
    places = [place.get(grain.decode(key), -1) for key in coded.dictionary.to_pylist()]
    found: Ints = np.array([*places, -1], np.int64)[
        pc.fill_null(coded.indices, len(places)).to_numpy(zero_copy_only=False)
    ]
    return found


def _labels(column: pa.ChunkedArray) -> pa.DictionaryArray:
    return pc.fill_null(_one(column).cast(pa.string()), "").dictionary_encode()


def _one(column: Any) -> pa.Array:
    whole = column.combine_chunks()
    return pa.concat_arrays(whole.chunks) if isinstance(whole, pa.ChunkedArray) else whole


def _numbers(rows: pa.Table, name: str, otherwise: Floats | None = None) -> Floats:
    if name not in rows.column_names and otherwise is not None:
        return otherwise
    column = pc.fill_null(_one(rows[name]).cast(pa.float64()), 0.0)
    numbers: Floats = column.to_numpy(zero_copy_only=False)
    return numbers


def _of_sheet(sheet: Sheet, number: int, cuts: tuple[str, ...], place: dict[date, int]) -> AggregateRows:
    rows = [(key, cell[number]) for key, cell in sheet.cells.items() if number in cell and key[0] in place]
    columns = {name: [key[1 + i] for key, _ in rows] for i, name in enumerate(cuts)}
    labels = {name: _labels(pa.chunked_array([pa.array(c, pa.string())])) for name, c in columns.items()}
    total = np.array([sums.total for _, sums in rows], np.float64)
    bucket = np.array([place[key[0]] for key, _ in rows], np.int64)
    return AggregateRows(cuts, labels, bucket, total, total, np.zeros(len(rows)))
