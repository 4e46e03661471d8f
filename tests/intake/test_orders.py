"""Day, month or year first is read off the column as a whole."""

from datetime import datetime

import pytest

from zhenyin.core import clock
from zhenyin.intake.formats import resolve_formats
from zhenyin.warehouse.staging import ShapeCount


def _order(*shapes: ShapeCount) -> tuple[str | None, bool]:
    found = resolve_formats({"at": shapes}, {}, "Asia/Shanghai")["at"]
    return found.name, found.ambiguous


@pytest.mark.parametrize(
    ("shapes", "order", "ambiguous"),
    [
        ([ShapeCount("99-99-99 99:99", 8, 26, 4, 28, 1, 7)], "year-first", False),
        ([ShapeCount("99-99-99", 8, 26, 12, 31, 2, 20)], "year-first", False),
        ([ShapeCount("99-99-99", 8, 28, 4, 26, 20, 1)], "day-first", False),
        ([ShapeCount("99/99/99", 8, 5, 28, 26, 2, 1)], "month-first", False),
        ([ShapeCount("99/99/99", 8, 31, 12, 26, 20, 1)], "day-first", False),
        ([ShapeCount("99/99/99", 1, 12, 11, 10, 1, 1)], "day-first", True),
        ([ShapeCount("99/99/99", 4, 24, 12, 31, 4, 4)], "year-first", False),
        ([ShapeCount("99/9/99", 4, 26, 4, 28, 1, 4), ShapeCount("99/99/9", 4, 26, 12, 9, 1, 4)], "year-first", False),
        (
            [ShapeCount("99/9/9 9:99", 1, 26, 3, 5, 1, 1), ShapeCount("99/9/99", 1, 26, 3, 26, 1, 1)],
            "year-first",
            False,
        ),
        ([ShapeCount("9/99/99", 4, 9, 12, 26, 4, 1), ShapeCount("99/99/99", 4, 28, 12, 26, 4, 1)], "day-first", False),
        ([ShapeCount("99/99/9999", 4, 12, 12, 2026, 4, 1)], "day-first", True),
        ([ShapeCount("99/99/9999", 4, 12, 13, 2026, 4, 1)], "month-first", False),
    ],
)
def test_three_numbers_are_ordered_by_what_they_can_be(
    monkeypatch: pytest.MonkeyPatch, shapes: list[ShapeCount], order: str, ambiguous: bool
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 6, 1))
    assert _order(*shapes) == (order, ambiguous)
