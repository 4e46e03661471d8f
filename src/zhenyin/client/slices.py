"""Slices of the data: as they are given to a question, and as they come back with an answer."""

from collections.abc import Iterable, Mapping, Sequence

from zhenyin.core.errors import Invalid

Slice = dict[str, list[str]]
"""Values by dimension: a ticket is in the slice when it has one of the values of each dimension."""
Where = str | Iterable[str] | Mapping[str, str | Sequence[str | None] | None]
"""One filter or several, such as "province=北京市", "fault~漏水", "hour=9..17"; or values by dimension, None for unknown."""


def filters(where: Where) -> list[str]:
    """Filters as the API takes them. Raises Invalid (`value-unwritable`) for a value that no filter can name.

    >>> filters("product=X200"), filters(["product=X200", "hour=9..17"])
    (['product=X200'], ['product=X200', 'hour=9..17'])
    >>> filters({"product": ["X200", "X300"], "version": "3", "batch": None})
    ['product=X200,X300', 'version=3', 'batch=']
    """
    if isinstance(where, Mapping):
        return [_filter(dimension, values) for dimension, values in where.items()]
    return listed(where)


def listed(names: str | Iterable[str]) -> list[str]:
    """Several names, or the one that is given alone.

    >>> listed("model"), listed(("model", "province"))
    (['model'], ['model', 'province'])
    """
    return [names] if isinstance(names, str) else list(names)


def text(where: Mapping[str, Sequence[str]]) -> str:
    """A slice in one line, for a column of a table; its dimensions and values as in filters.

    >>> text({"fault": ["闪退"], "version": ["3", "4"]})
    'fault=闪退 version=3,4'
    """
    return " ".join(f"{dimension}={','.join(values)}" for dimension, values in where.items())


def _filter(dimension: str, values: str | Sequence[str | None] | None) -> str:
    wanted = [values] if values is None or isinstance(values, str) else values
    for value in wanted:
        if value is not None and ("," in value or ".." in value):
            raise Invalid(
                "value-unwritable",
                en=f"The value {value!r} of {dimension} has a comma or two dots in it. Use {dimension}~ with a part of it.",
                zh=f"{dimension} 的值 {value} 含有逗号或两个点。请用 {dimension}~ 加上其中一段文字。",
            )
    return f"{dimension}={','.join(value or '' for value in wanted)}"
