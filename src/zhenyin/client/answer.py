"""An answered question, as tables of the usual libraries, and the rows behind its figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from zhenyin.client.connection import ApiConnection
from zhenyin.client.rows import Rows
from zhenyin.client.tables import Tabular

if TYPE_CHECKING:
    import pyarrow

_FIGURES = ("value", "low", "high", "n", "numerator", "denominator")
_CHANGES = ("before", "change", "change_low", "change_high", "significant")
_NO_INTERVAL = {"low": None, "high": None}
_GRAINS = frozenset({"day", "week", "month", "quarter", "year"})


@dataclass(frozen=True, slots=True)
class Answer(Tabular):
    """What the API answered to one question.

    question: as it was put; body: the answer of `POST /api/questions`.
    """

    api: ApiConnection
    question: Mapping[str, Any]
    body: Mapping[str, Any]

    @property
    def cells(self) -> list[dict[str, Any]]:
        """One cell for each metric and each value of the dimensions that it was cut by."""
        return list(self.body["cells"])

    @property
    def value(self) -> float | None:
        """The figure of the first metric over everything that was asked for; None when it is not known."""
        total: Mapping[str, Any] = self.body["totals"][self.question["metrics"][0]]
        value: float | None = total["value"]
        return value

    @property
    def sql(self) -> str:
        """The query that the warehouse ran."""
        return str(self.body["sql"])

    def to_arrow(self) -> "pyarrow.Table":
        """One row for each cell: metric, the dimensions, value and 95 % interval, n, numerator and denominator.

        A question that compares has the earlier value and the change with its interval as well. Days are dates.
        """
        import pyarrow

        return pyarrow.Table.from_pylist([self._row(cell) for cell in self.cells], self._schema())

    def rows(self, at: Mapping[str, Any] | None = None, *, denominator: bool = False, limit: int | None = None) -> Rows:
        """The rows behind the first metric's numerator (or denominator), fetched as they are read.

        at: the cell, such as {"model": "X200"}; everything if not given. limit: no more rows than that.
        """
        return Rows(self.api, self.question, at or {}, denominator=denominator, limit=limit)

    @property
    def _cuts(self) -> list[str]:
        return [cut["key"] for cut in self.body["cuts"]]

    def _row(self, cell: Mapping[str, Any]) -> dict[str, Any]:
        at = {cut: _read(cut, cell["at"][cut]) for cut in self._cuts}
        figure = {**cell, **(cell["interval"] or _NO_INTERVAL)}
        row = {"metric": cell["metric"], **at, **{name: figure[name] for name in _FIGURES}}
        return row | _change(cell["compare"]) if self.question.get("compare") else row

    def _schema(self) -> "pyarrow.Schema":
        import pyarrow

        types = {"n": pyarrow.int64(), "significant": pyarrow.bool_()}
        figures = [*_FIGURES, *(_CHANGES if self.question.get("compare") else ())]
        return pyarrow.schema(
            [
                ("metric", pyarrow.string()),
                *((cut, self._type_of(cut)) for cut in self._cuts),
                *((name, types.get(name, pyarrow.float64())) for name in figures),
            ]
        )

    def _type_of(self, cut: str) -> "pyarrow.DataType":
        import pyarrow

        values = [_read(cut, cell["at"][cut]) for cell in self.cells]
        found = pyarrow.infer_type(values) if values else pyarrow.null()
        return pyarrow.string() if pyarrow.types.is_null(found) else found


def _change(compare: Mapping[str, Any] | None) -> dict[str, Any]:
    """The columns of a comparison; all None where a cell has nothing to compare with."""
    if compare is None:
        return dict.fromkeys(_CHANGES)
    ends = compare["interval"] or _NO_INTERVAL
    return {
        "before": compare["before"]["value"],
        "change": compare["change"],
        "change_low": ends["low"],
        "change_high": ends["high"],
        "significant": compare["significant"],
    }


def _read(cut: str, value: Any) -> Any:
    """The value of a dimension: the first day of a week, a month and so on is a date."""
    return date.fromisoformat(value) if cut in _GRAINS and isinstance(value, str) else value
