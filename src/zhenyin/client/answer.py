"""An answered question, as tables of the usual libraries, and the rows behind its figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from zhenyin.client.connection import ApiConnection
from zhenyin.core.errors import Unavailable

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_FIGURES = ("value", "low", "high", "n", "numerator", "denominator")
_CHANGES = ("before", "change", "change_low", "change_high", "significant")
_NO_INTERVAL = {"low": None, "high": None}
_GRAINS = frozenset({"day", "week", "month", "quarter", "year"})
# As many as a page may have (`account.paging.MAX_LIMIT`, which brings the web framework along).
ROWS_A_PAGE = 500


@dataclass(frozen=True, slots=True)
class Answer:
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

    def to_pandas(self) -> "pandas.DataFrame":
        """The same for pandas, which is to be installed. Raises Unavailable when it is not."""
        try:
            import pandas  # noqa: F401
        except ImportError:
            raise _missing("pandas") from None
        return self.to_arrow().to_pandas()

    def to_polars(self) -> "polars.DataFrame":
        """The same for Polars, which is to be installed. Raises Unavailable when it is not."""
        try:
            import polars
        except ImportError:
            raise _missing("polars") from None
        frame = polars.from_arrow(self.to_arrow())
        assert isinstance(frame, polars.DataFrame)
        return frame

    def rows(
        self, at: Mapping[str, Any] | None = None, *, denominator: bool = False, limit: int | None = None
    ) -> Iterator[dict[str, Any]]:
        """The rows behind the first metric's numerator (or denominator), fetched as they are read.

        at: the cell, such as {"model": "X200"}; everything if not given. limit: read no more rows than that.
        """
        body = {**self.question, "at": dict(at or {}), "part": "denominator" if denominator else "numerator"}
        offset = 0
        while limit is None or offset < limit:
            wanted = ROWS_A_PAGE if limit is None else min(ROWS_A_PAGE, limit - offset)
            page = self.api.call("POST", "/questions/rows", body, query={"limit": wanted, "offset": offset})
            names = [column["key"] for column in page["columns"]]
            for row in page["items"]:
                yield dict(zip(names, row, strict=True))
            if page["next"] is None:
                return
            offset = page["next"]

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


def _missing(library: str) -> Unavailable:
    return Unavailable(
        "library-missing",
        en=f"The library {library} is not installed here. Run `pip install {library}`, or use to_arrow().",
        zh=f"此环境没有安装 {library}。请运行 pip install {library}，或使用 to_arrow()。",
    )
