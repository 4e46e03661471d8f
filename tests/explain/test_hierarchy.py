"""A category that stands out for tickets whose fault nobody wrote down: the fault is named."""

import numpy as np
import pytest

from zhenyin.explain.hierarchy import replace_parents_by_children
from zhenyin.locators import LocatedSlice
from zhenyin.stats.leaves import ComparedLeaves

VALUES = [["电池", "噪音"], ["续航短", "不充电", "异响", ""], ["北京市"]]
CODES = np.array([[0, 0, 0], [0, 1, 0], [0, 3, 0], [1, 2, 0]])
BATTERY = LocatedSlice({"category": "电池"}, 234, 4, 230, 0.96, 58.5, 30.0, 110.0, 90.0, 1e-30)


def compared(observed: list[float], expected: list[float]) -> ComparedLeaves:
    dims = ("category", "fault", "province")
    return ComparedLeaves(dims, VALUES, CODES, np.array(observed), np.array(expected), periods=10.0)


def test_the_fault_is_named_where_the_rest_of_its_category_is_unknown() -> None:
    found = replace_parents_by_children(BATTERY, compared([210, 3, 21, 8], [1.0, 2.5, 0.5, 8.0]))
    assert found.where == {"fault": "续航短"}
    assert (found.observed, found.expected, found.ratio) == (210, 1, 210)
    assert found.low < found.ratio < found.high
    assert found.share == pytest.approx(0.96 * 209 / 230)


@pytest.mark.parametrize(
    ("observed", "expected"),
    [
        ([120, 90, 24, 8], [1.0, 2.5, 0.5, 8.0]),  # two faults rise: it is the category
        ([231, 3, 0, 8], [1.0, 2.5, 0.5, 8.0]),  # nothing unknown: whoever chose the category knew why
    ],
)
def test_a_category_that_moved_as_such_stays(observed: list[float], expected: list[float]) -> None:
    assert replace_parents_by_children(BATTERY, compared(observed, expected)) == BATTERY


def test_a_suspect_without_finer_dimensions_stays() -> None:
    given = compared([210, 3, 21, 8], [1.0, 2.5, 0.5, 8.0])
    place = LocatedSlice({"province": "北京市"}, 242, 12, 230, 1.0, 20.0, 10.0, 30.0, 9.0, 1e-3)
    assert replace_parents_by_children(place, given) == place
