"""Answers as tables of the usual libraries: Arrow, and pandas or Polars where they are installed."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from zhenyin.core.errors import Unavailable

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Columns = Mapping[str, str]
"""Arrow types by the names of the columns, such as {"id": "string", "since": "date32"}."""


class Tabular(ABC):
    """Whatever has a table form."""

    # So that frozen dataclasses with slots may be tabular.
    __slots__ = ()

    @abstractmethod
    def to_arrow(self) -> "pyarrow.Table":
        """An Arrow table."""

    def to_pandas(self) -> "pandas.DataFrame":
        """The same for pandas, which is to be installed. Raises Unavailable (`library-missing`) when it is not."""
        try:
            import pandas  # noqa: F401
        except ImportError:
            raise _missing("pandas") from None
        return self.to_arrow().to_pandas()

    def to_polars(self) -> "polars.DataFrame":
        """The same for Polars, which is to be installed. Raises Unavailable (`library-missing`) when it is not."""
        try:
            import polars
        except ImportError:
            raise _missing("polars") from None
        frame = polars.from_arrow(self.to_arrow())
        assert isinstance(frame, polars.DataFrame)
        return frame


def arrow_table(rows: Iterable[Mapping[str, Any]], columns: Columns) -> "pyarrow.Table":
    """Rows as a table with these columns; a column has its type also where there is no row."""
    import pyarrow

    schema = pyarrow.schema([(name, pyarrow.type_for_alias(alias)) for name, alias in columns.items()])
    return pyarrow.Table.from_pylist(list(rows), schema)


def _missing(library: str) -> Unavailable:
    return Unavailable(
        "library-missing",
        en=f"The library {library} is not installed here. Run `pip install {library}`, or use to_arrow().",
        zh=f"此环境没有安装 {library}。请运行 pip install {library}，或使用 to_arrow()。",
    )
