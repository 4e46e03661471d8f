"""A category that stands out for tickets whose fault nobody wrote down: the fault is named."""

import numpy as np
import pytest

from zhenyin.explain.hierarchy import finer
from zhenyin.locators import Suspect
from zhenyin.stats.expected_counts import Expected
from zhenyin.stats.leaves import Leaves

VALUES = [["电池", "噪音"], ["续航短", "不充电", "异响", ""], ["北京市"]]
CODES = np.array([[0, 0, 0], [0, 1, 0], [0, 3, 0], [1, 2, 0]])
BATTERY = Suspect({"category": "电池"}, 234, 4, 230, 0.96, 58.5, 30.0, 110.0, 90.0, 1e-30)


def moved(real: list[float], expected: list[float]) -> Expected:
    sides = np.array(real), np.array(expected)
    return Expected(Leaves(("category", "fault", "province"), VALUES, CODES, *sides), *sides, periods=10.0)


def test_the_fault_is_named_where_the_rest_of_its_category_is_unknown() -> None:
    told = finer(BATTERY, moved([210, 3, 21, 8], [1.0, 2.5, 0.5, 8.0]))
    assert told.where == {"fault": "续航短"}
    assert (told.observed, told.expected, told.ratio) == (210, 1, 210)
    assert told.low < told.ratio < told.high
    assert told.share == pytest.approx(0.96 * 209 / 230)


@pytest.mark.parametrize(
    ("real", "expected"),
    [
        ([120, 90, 24, 8], [1.0, 2.5, 0.5, 8.0]),  # two faults rise: it is the category
        ([231, 3, 0, 8], [1.0, 2.5, 0.5, 8.0]),  # nothing unknown: whoever chose the category knew why
    ],
)
def test_a_category_that_moved_as_such_stays(real: list[float], expected: list[float]) -> None:
    assert finer(BATTERY, moved(real, expected)) == BATTERY


def test_a_suspect_without_finer_dimensions_stays() -> None:
    given = moved([210, 3, 21, 8], [1.0, 2.5, 0.5, 8.0])
    place = Suspect({"province": "北京市"}, 242, 12, 230, 1.0, 20.0, 10.0, 30.0, 9.0, 1e-3)
    assert finer(place, given) == place
