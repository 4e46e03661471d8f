"""Slice of the tickets that a problem or an action is about: for each dimension the values that are in it."""

from zhenyin.core.schema import Slice
from zhenyin.core.words import Words
from zhenyin.question.filters import Filter


def filters(where: Slice) -> tuple[Filter, ...]:
    """A slice as conditions.

    >>> filters({"province": ["北京市", "上海市"]})
    (Filter(dimension='province', op='in', values=('北京市', '上海市')),)
    """
    return tuple(Filter(name, "in", tuple(values)) for name, values in where.items())


def values_of(where: Slice) -> Words:
    """The values of a slice in one line; raises ValueError for the empty slice, which has none.

    >>> values_of({"model": ["W10"], "province": ["北京市", "上海市"]}).zh
    'W10、北京市、上海市'
    """
    values = [value for named in where.values() for value in named]
    return Words("、".join(values), ", ".join(values))
