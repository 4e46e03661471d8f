"""The rows behind a figure, fetched as they are read."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from zhenyin.client.connection import ApiConnection
from zhenyin.client.listing import Listing, Page, as_page

if TYPE_CHECKING:
    import pyarrow

Row = dict[str, Any]
_TIMES = {
    "timestamp[us]": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?"),
    "date32": re.compile(r"\d{4}-\d\d-\d\d"),
}


class Rows(Listing[Row]):
    """The rows behind the first metric of a question, newest first: values by column.

    at: the cell, such as {"model": "X200"}; everything if it is empty.
    """

    def __init__(
        self,
        api: ApiConnection,
        question: Mapping[str, Any],
        at: Mapping[str, Any],
        *,
        denominator: bool = False,
        limit: int | None = None,
    ) -> None:
        self.columns: list[str] = []
        body = {**question, "at": dict(at), "part": "denominator" if denominator else "numerator"}

        def fetch(limit: int, offset: int) -> Page[Row]:
            found = api.call("POST", "/questions/rows", body, query={"limit": limit, "offset": offset})
            self.columns = [column["key"] for column in found["columns"]]
            return as_page(found, [dict(zip(self.columns, row, strict=True)) for row in found["items"]])

        super().__init__(fetch, limit)

    def to_arrow(self) -> "pyarrow.Table":
        """All of them. Columns of moments are timestamps, of days dates; one without any value is text."""
        import pyarrow

        rows = list(self)
        columns = {name: pyarrow.array([row[name] for row in rows]) for name in self.columns}
        return pyarrow.table({name: _typed(values) for name, values in columns.items()})


def _typed(values: "pyarrow.Array") -> "pyarrow.Array":
    import pyarrow

    if pyarrow.types.is_null(values.type):
        return values.cast(pyarrow.string())
    if not pyarrow.types.is_string(values.type):
        return values
    texts = [text for text in values.to_pylist() if text is not None]
    for alias, pattern in _TIMES.items():
        if all(map(pattern.fullmatch, texts)):
            return values.cast(pyarrow.type_for_alias(alias))
    return values
